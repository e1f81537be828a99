import * as z from "zod/mini";
import { TariffError } from "../../internal/TariffError.js";
import { readWith } from "../../internal/zod/parse.js";
import { identifier, line, remark } from "../../internal/zod/texts.js";
import { readConditions } from "./readConditions.js";
import { readDates } from "./readDates.js";
import { readBase, readStepDuty } from "./readDuty.js";
import { readEconomyScope, readProductScope } from "./readScope.js";
import { readRateText, readStepShare, readValue } from "./readValue.js";
import type { Step } from "./step.js";
import { stepStatuses } from "./stepStatuses.js";

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
  const rate = readWith((value, path) => readValue(value, path, readRateText));
  const duty = readWith(readStepDuty);
  const share = readWith(readStepShare);
  const common = {
    id: identifier(),
    title: line(),
    measure: z.exactOptional(identifier()),
    importers: readWith(readEconomyScope),
    exporters: readWith(readEconomyScope),
    products: readWith(readProductScope),
    dates: readWith(readDates),
    status: z.enum(stepStatuses),
    when: z.exactOptional(readWith(readConditions)),
    source: z.strictObject({
      title: line(),
      place: z.exactOptional(line()),
      url: z.exactOptional(remark()),
    }),
  };
  const authority = identifier();
  const charge = {
    rate: z.exactOptional(rate),
    duty: z.exactOptional(duty),
    base: z.exactOptional(readWith(readBase)),
  };
  const nested = z.lazy(() => z.array(step).check(z.maxLength(1000)));
  const step: z.ZodMiniType<Step> = z.discriminatedUnion("operator", [
    z.strictObject({ ...common, operator: z.literal("add"), authority, ...charge }),
    z.strictObject({ ...common, operator: z.literal("replace"), authority, of: authorities, ...charge }),
    z.strictObject({ ...common, operator: z.literal("raiseTotalTo"), authority, of: authorities, ...charge }),
    z.strictObject({ ...common, operator: z.literal("capTotalAt"), authority, of: authorities, ...charge }),
    z.strictObject({ ...common, operator: z.literal("scale"), of: authorities, share }),
    z.strictObject({ ...common, operator: z.literal("swissFormula"), of: authorities, rate }),
    z.strictObject({ ...common, operator: z.literal("linearCut"), of: authorities, share }),
    z.strictObject({ ...common, operator: z.literal("split"), share, first: nested, rest: nested }),
  ]);
  return step;
}
