import * as z from "zod/mini";
import { type PartnerCode, requirePartner } from "../economies/partner.js";
import { requireCurrency, requireYear } from "../exact/money.js";
import { readWith } from "../internal/zod/parse.js";
import { identifier, line, remark, schemaAddress } from "../internal/zod/texts.js";
import type { BaselineInput } from "./baselineInput.js";
import { readAmount } from "./readAmount.js";

/** All of a baseline input but its flows. */
export type BaselineHead = Omit<BaselineInput, "flows">;

const readCurrency = (value: unknown, path: string): string => {
  requireCurrency(value, path);
  return value as string;
};

const readYear = (value: unknown, path: string): number => {
  requireYear(value, path);
  return value as number;
};

let schema: z.ZodMiniType<BaselineHead> | undefined;

/** The schema of all of a {@link BaselineInput} but its flows, which are read one by one; built at first use. */
export function baselineHeadSchema(): z.ZodMiniType<BaselineHead> {
  schema ??= buildSchema();
  return schema;
}

function buildSchema(): z.ZodMiniType<BaselineHead> {
  const amount = readWith(readAmount);
  const partner = readWith(requirePartner);
  const source = z.strictObject({
    id: identifier(),
    title: line(),
    publisher: line(),
    licence: line(),
    note: remark(),
    url: z.exactOptional(line()),
  });
  return z.strictObject({
    $schema: schemaAddress(),
    id: identifier(),
    title: line(),
    year: readWith(readYear),
    currency: readWith(readCurrency),
    priceYear: readWith(readYear),
    gdp: z.exactOptional(
      z.partialRecord(partner as z.ZodMiniType<PartnerCode> & z.core.$ZodRecordKey, amount),
    ),
    sources: z.array(source).check(z.minLength(1), z.maxLength(100)),
    repeatedFlows: z.exactOptional(z.enum(["refuse", "add"])),
  });
}
