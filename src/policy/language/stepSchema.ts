import type * as z from "zod/mini";
import { loadZod } from "#zod";
import { readDate } from "../../internal/isoDate.js";
import { TariffError } from "../../internal/TariffError.js";
import { readWith } from "../../internal/zod/parse.js";
import { identifier, line, remark } from "../../internal/zod/texts.js";
import { readEconomyScope, readProductScope } from "./readScope.js";
import { readRateText, readShare, readValue } from "./readValue.js";
import type { Step, StepDates } from "./step.js";
import { stepStatuses } from "./stepStatuses.js";

function checkDates(dates: StepDates): StepDates {
  const { effective, expires } = dates;
  if (effective === undefined || expires === undefined || effective <= expires) return dates;
  throw new TariffError({
    code: "dates-out-of-order",
    path: "expires",
    received: expires,
    advice: `Give a last day on or after the first, ${effective}.`,
  });
}

function refuseTwice(authorities: string[]): string[] {
  const twice = authorities.findIndex((authority, index) => authorities.indexOf(authority) !== index);
  if (twice === -1) return authorities;
  throw new TariffError({
    code: "duplicate-id",
    path: `[${twice}]`,
    received: authorities[twice],
    advice: "Name each authority once: its rate would count twice.",
  });
}

/** The schema of one step; it contains itself, through the lists of a split. */
export function buildStepSchema(): z.ZodMiniType<Step> {
  const zod = loadZod();
  const authorities = zod.pipe(
    zod.array(identifier()).check(zod.minLength(1), zod.maxLength(100)),
    readWith((value) => refuseTwice(value as string[])),
  );
  const date = readWith(readDate);
  const rate = readWith((value, path) => readValue(value, path, readRateText));
  const share = readWith((value, path) => readValue(value, path, readShare));
  const dates = zod.strictObject({
    announced: zod.exactOptional(date),
    signed: zod.exactOptional(date),
    effective: zod.exactOptional(date),
    expires: zod.exactOptional(date),
  });
  const common = {
    id: identifier(),
    title: line(),
    measure: zod.exactOptional(identifier()),
    importers: readWith(readEconomyScope),
    exporters: readWith(readEconomyScope),
    products: readWith(readProductScope),
    dates: zod.pipe(
      dates,
      readWith((value) => checkDates(value as StepDates)),
    ),
    status: zod.enum(stepStatuses),
    when: zod.exactOptional(zod.strictObject({ authority: identifier(), above: readWith(readRateText) })),
    source: zod.strictObject({
      title: line(),
      place: zod.exactOptional(line()),
      url: zod.exactOptional(remark()),
    }),
  };
  const authority = identifier();
  const nested = zod.lazy(() => zod.array(step).check(zod.maxLength(1000)));
  const step: z.ZodMiniType<Step> = zod.discriminatedUnion("operator", [
    zod.strictObject({ ...common, operator: zod.literal("add"), authority, rate }),
    zod.strictObject({ ...common, operator: zod.literal("replace"), authority, of: authorities, rate }),
    zod.strictObject({ ...common, operator: zod.literal("raiseTotalTo"), authority, of: authorities, rate }),
    zod.strictObject({ ...common, operator: zod.literal("capTotalAt"), authority, of: authorities, rate }),
    zod.strictObject({ ...common, operator: zod.literal("scale"), of: authorities, share }),
    zod.strictObject({ ...common, operator: zod.literal("split"), share, first: nested, rest: nested }),
  ]);
  return step;
}
