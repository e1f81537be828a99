import * as z from "zod/mini";
import { requirePartner } from "../../../economies/partner.js";
import { requireCurrency, requireYear } from "../../../exact/money.js";
import { readWith } from "../../../internal/zod/parse.js";
import { identifier, line, remark } from "../../../internal/zod/texts.js";
import type { PriceTables } from "../../../trade/tables/priceTables.js";

/** What says what tables are. */
export type TableHeader = Pick<
  PriceTables,
  "id" | "title" | "economy" | "year" | "currency" | "priceYear" | "sources"
>;

const reader =
  <T>(check: (value: unknown, path: string) => void) =>
  (value: unknown, path: string): T => {
    check(value, path);
    return value as T;
  };

let schema: z.ZodMiniType<TableHeader> | undefined;

/** The schema of a header, built at first use. */
export function headerSchema(): z.ZodMiniType<TableHeader> {
  schema ??= buildSchema();
  return schema;
}

function buildSchema(): z.ZodMiniType<TableHeader> {
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
    economy: readWith(requirePartner),
    year: readWith(reader<number>(requireYear)),
    currency: readWith(reader<string>(requireCurrency)),
    priceYear: readWith(reader<number>(requireYear)),
    sources: z.array(source).check(z.minLength(1), z.maxLength(100)),
  });
}
