import { requirePartner } from "../../../economies/partner.js";
import { requireCurrency, requireYear } from "../../../exact/money.js";
import { identifierForm } from "../../../internal/identifier.js";
import { requireBounded } from "../../../internal/listBounds.js";
import { readOptions } from "../../../internal/readOptions.js";
import { TariffError } from "../../../internal/TariffError.js";
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
  requireIdentifier(id, "id");
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
  requireIdentifier(id, `${path}.id`);
  refuseTwice(seen, id, `${path}.id`);
  const card = { id, title, publisher, licence, note };
  return url === undefined ? card : { ...card, url: requireWord(url, `${path}.url`) };
}

function requireIdentifier(value: unknown, path: string): void {
  requireWord(value, path);
  if (identifierForm.test(value as string)) return;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: "Use up to 64 letters, digits, dots, dashes and underscores, starting with a letter or digit.",
  });
}
