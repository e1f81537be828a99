import { requirePartner } from "../../../economies/partner.js";
import { requireCurrency, requireYear } from "../../../exact/money.js";
import { requireBounded } from "../../../internal/listBounds.js";
import { readOptions } from "../../../internal/readOptions.js";
import type { SourceCard } from "../../../trade/source.js";
import type { PriceTables } from "../../../trade/tables/priceTables.js";
import { refuseTwice } from "./readNamed.js";
import { requireWord } from "./requireWord.js";

/** What says what tables are. */
export type TableHeader = Pick<
  PriceTables,
  "id" | "title" | "economy" | "year" | "currency" | "priceYear" | "sources"
>;

/** Copies what tables are, and where they come from. */
export function readHeader(header: TableHeader): TableHeader {
  const { id, title, economy, year, currency, priceYear, sources } = header;
  requireWord(id, "id");
  requireWord(title, "title");
  requirePartner(economy, "economy");
  requireYear(year, "year");
  requireCurrency(currency, "currency");
  requireYear(priceYear, "priceYear");
  requireBounded(sources, "sideBySide", "sources");
  const seen = new Set<string>();
  return {
    ...{ id, title, economy, year, currency, priceYear },
    sources: Array.from(sources, (source, at) => readSource(source, `sources[${at}]`, seen)),
  };
}

const parts = ["id", "title", "publisher", "licence", "note"] as const;

function readSource(value: SourceCard, path: string, seen: Set<string>): SourceCard {
  const { id, title, publisher, licence, note, url } = readOptions(value, path, parts, ["url"]);
  for (const part of parts) requireWord(value[part], `${path}.${part}`);
  refuseTwice(seen, id, `${path}.id`);
  const card = { id, title, publisher, licence, note };
  return url === undefined ? card : { ...card, url: requireWord(url, `${path}.url`) };
}
