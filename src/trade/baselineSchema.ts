import type * as z from "zod";
import { loadZod } from "#zod";
import { type PartnerCode, requirePartner } from "../economies/partner.js";
import { type DecimalText, readDecimal, writeDecimal } from "../exact/decimal.js";
import { requireCurrency, requireYear } from "../exact/money.js";
import { readHsCode } from "../goods/hsCode.js";
import { TariffError } from "../internal/TariffError.js";
import { readWith } from "../internal/zod/parse.js";
import { identifier, line, remark } from "../internal/zod/texts.js";
import type { ProductCode } from "./baseline.js";
import type { BaselineInput, FlowInput } from "./baselineInput.js";

/** A flow whose product code was read. */
export type CheckedFlow = FlowInput & { readonly product: ProductCode };

/** A baseline input whose values were read. */
export type CheckedBaselineInput = Omit<BaselineInput, "flows"> & { readonly flows: readonly CheckedFlow[] };

function readAmount(value: unknown, path: string): DecimalText {
  const amount = readDecimal(value, path);
  if (!amount.lt(0)) return writeDecimal(amount);
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: "Give an amount of zero or more.",
  });
}

const readProduct = (value: unknown, path: string): ProductCode =>
  value === "total" ? "total" : readHsCode(value, path);

const readCurrency = (value: unknown, path: string): string => {
  requireCurrency(value, path);
  return value as string;
};

const readYear = (value: unknown, path: string): number => {
  requireYear(value, path);
  return value as number;
};

let schema: z.ZodType<CheckedBaselineInput> | undefined;

/** The schema of {@link BaselineInput}, built at first use. */
export function baselineSchema(): z.ZodType<CheckedBaselineInput> {
  schema ??= buildSchema();
  return schema;
}

function buildSchema(): z.ZodType<CheckedBaselineInput> {
  const zod = loadZod();
  const amount = readWith(readAmount);
  const partner = readWith(requirePartner);
  const flow = zod.strictObject({
    importer: partner,
    exporter: partner,
    product: readWith(readProduct),
    customsValue: amount,
    duties: amount.exactOptional(),
  });
  const source = zod.strictObject({
    id: identifier(),
    title: line(),
    publisher: line(),
    licence: line(),
    note: remark(),
    url: line().exactOptional(),
  });
  return zod.strictObject({
    id: identifier(),
    title: line(),
    year: readWith(readYear),
    currency: readWith(readCurrency),
    priceYear: readWith(readYear),
    flows: zod.array(flow).min(1),
    gdp: zod.partialRecord(partner as z.ZodType<PartnerCode> & z.core.$ZodRecordKey, amount).exactOptional(),
    sources: zod.array(source).min(1).max(100),
  });
}
