import * as z from "zod/mini";
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

let schema: z.ZodMiniType<CheckedBaselineInput> | undefined;

/** The schema of {@link BaselineInput}, built at first use. */
export function baselineSchema(): z.ZodMiniType<CheckedBaselineInput> {
  schema ??= buildSchema();
  return schema;
}

function buildSchema(): z.ZodMiniType<CheckedBaselineInput> {
  const amount = readWith(readAmount);
  const partner = readWith(requirePartner);
  const flow = z.strictObject({
    importer: partner,
    exporter: partner,
    product: readWith(readProduct),
    customsValue: amount,
    duties: z.exactOptional(amount),
  });
  const source = z.strictObject({
    id: identifier(),
    title: line(),
    publisher: line(),
    licence: line(),
    note: remark(),
    url: z.exactOptional(line()),
  });
  return z.strictObject({
    id: identifier(),
    title: line(),
    year: readWith(readYear),
    currency: readWith(readCurrency),
    priceYear: readWith(readYear),
    flows: z.array(flow).check(z.minLength(1)),
    gdp: z.exactOptional(
      z.partialRecord(partner as z.ZodMiniType<PartnerCode> & z.core.$ZodRecordKey, amount),
    ),
    sources: z.array(source).check(z.minLength(1), z.maxLength(100)),
  });
}
