import * as z from "zod/mini";
import type { Rate } from "../../exact/rate.js";
import { readWith } from "../../internal/zod/parse.js";
import { identifier, line, schemaAddress } from "../../internal/zod/texts.js";
import { readSpell } from "./readDates.js";
import type { ShareText } from "./step.js";
import { buildStepSchema } from "./stepSchema.js";

/** The fields of a policy, for the schemas of policies and scenarios; built once for each. */
export function policyFields() {
  const declaration = z.strictObject({ kind: z.enum(["rate", "share"]), title: line() });
  return {
    $schema: schemaAddress(),
    id: identifier(),
    title: line(),
    parameters: z.exactOptional(z.record(identifier(), declaration)),
    bound: z.exactOptional(
      z.record(
        identifier(),
        z.string().check(z.maxLength(200)) as unknown as z.ZodMiniType<Rate | ShareText>,
      ),
    ),
    openParameters: z.exactOptional(z.array(identifier()).check(z.maxLength(1000))),
    covers: z.exactOptional(readWith(readSpell)),
    steps: z.array(buildStepSchema()).check(z.maxLength(5000)),
  };
}
