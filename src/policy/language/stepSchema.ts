import * as z from "zod/mini";
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
  const authorities = z.pipe(
    z.array(identifier()).check(z.minLength(1), z.maxLength(100)),
    readWith((value) => refuseTwice(value as string[])),
  );
  const date = readWith(readDate);
  const rate = readWith((value, path) => readValue(value, path, readRateText));
  const share = readWith((value, path) => readValue(value, path, readShare));
  const dates = z.strictObject({
    announced: z.exactOptional(date),
    signed: z.exactOptional(date),
    effective: z.exactOptional(date),
    expires: z.exactOptional(date),
  });
  const common = {
    id: identifier(),
    title: line(),
    measure: z.exactOptional(identifier()),
    importers: readWith(readEconomyScope),
    exporters: readWith(readEconomyScope),
    products: readWith(readProductScope),
    dates: z.pipe(
      dates,
      readWith((value) => checkDates(value as StepDates)),
    ),
    status: z.enum(stepStatuses),
    when: z.exactOptional(z.strictObject({ authority: identifier(), above: readWith(readRateText) })),
    source: z.strictObject({
      title: line(),
      place: z.exactOptional(line()),
      url: z.exactOptional(remark()),
    }),
  };
  const authority = identifier();
  const nested = z.lazy(() => z.array(step).check(z.maxLength(1000)));
  const step: z.ZodMiniType<Step> = z.discriminatedUnion("operator", [
    z.strictObject({ ...common, operator: z.literal("add"), authority, rate }),
    z.strictObject({ ...common, operator: z.literal("replace"), authority, of: authorities, rate }),
    z.strictObject({ ...common, operator: z.literal("raiseTotalTo"), authority, of: authorities, rate }),
    z.strictObject({ ...common, operator: z.literal("capTotalAt"), authority, of: authorities, rate }),
    z.strictObject({ ...common, operator: z.literal("scale"), of: authorities, share }),
    z.strictObject({ ...common, operator: z.literal("split"), share, first: nested, rest: nested }),
  ]);
  return step;
}
