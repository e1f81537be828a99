import { economiesOf, type PartnerCode, requirePartner } from "../../../economies/partner.js";
import { requireAtMost } from "../../../internal/listBounds.js";
import { readOptions } from "../../../internal/readOptions.js";
import { requireText } from "../../../internal/requireText.js";
import { TariffError } from "../../../internal/TariffError.js";
import type { SectorFigures, SectorPlaces } from "./SectorFigures.js";

const rounding = 1e-6;

/** Checks what the labels of figures mean; the accounts are checked when they are calibrated. */
export function readFigures(figures: SectorFigures, path: string): SectorPlaces {
  readOptions(
    figures,
    path,
    [
      "id",
      "title",
      "currency",
      "priceYear",
      "unit",
      "economies",
      "partners",
      "sectors",
      "goods",
      "tradeElasticities",
      "accounts",
      "hsShares",
      "sources",
    ],
    ["year", "sectorNames", "isicRev3"],
  );
  const { economies, sectors, goods } = figures;
  for (const key of ["economies", "partners", "sectors", "goods", "hsShares", "sources"] as const) {
    requireAtMost<unknown>(figures[key], key === "hsShares" ? "cells" : "economies", `${path}.${key}`);
  }
  for (const key of ["id", "title", "currency"] as const) requireText(figures[key], `${path}.${key}`);
  for (const key of ["economies", "sectors"] as const) {
    Array.from(figures[key]).forEach((label, q) => {
      requireText(label, `${path}.${key}[${q}]`);
    });
  }
  Array.from(figures.sources).forEach((source, q) => {
    const at = `${path}.sources[${q}]`;
    const keys = ["id", "title", "publisher", "licence", "note"] as const;
    readOptions(source, at, keys);
    for (const key of keys) requireText(source[key], `${at}.${key}`);
  });
  if (figures.partners.length !== economies.length) {
    throw new TariffError({
      code: "length-mismatch",
      path: `${path}.partners`,
      received: figures.partners,
      advice: "Give one partner for each economy, in their order.",
    });
  }
  if (!["one", "thousand", "million"].includes(figures.unit)) {
    throw new TariffError({
      code: "out-of-range",
      path: `${path}.unit`,
      received: figures.unit,
      advice: 'Say "one", "thousand" or "million".',
    });
  }
  const partners = Array.from(figures.partners).map((partner, i) =>
    requirePartner(partner, `${path}.partners[${i}]`),
  );
  const twice = partners.findIndex((partner, i) => partners.indexOf(partner) !== i);
  if (twice >= 0) {
    throw new TariffError({
      code: "duplicate-id",
      path: `${path}.partners[${twice}]`,
      received: partners[twice],
      advice: "Let each partner be one economy of the figures.",
    });
  }
  Array.from(goods).forEach((sector, q) => {
    if (sectors.includes(sector)) return;
    throw new TariffError({
      code: "not-in-world",
      path: `${path}.goods[${q}]`,
      received: sector,
      advice: "Pass one of the labels in sectors.",
    });
  });
  return { partners, placeOf: makePlaceOf(partners), sectorsOf: makeSectorsOf(figures, path) };
}

function makePlaceOf(partners: readonly PartnerCode[]): SectorPlaces["placeOf"] {
  const members = partners.map((partner) => new Set<string>(economiesOf(partner) ?? []));
  const known = new Map<PartnerCode, number | undefined>();
  return (partner) => {
    if (!known.has(partner)) {
      const own = economiesOf(partner);
      const at = own === null ? -1 : members.findIndex((set) => own.every((economy) => set.has(economy)));
      const rest = partners.indexOf("ROW");
      const touched = own !== null && members.some((set) => own.some((economy) => set.has(economy)));
      // A group that lies across economies of the figures belongs to none of them.
      known.set(partner, at >= 0 ? at : touched || rest < 0 ? undefined : rest);
    }
    return known.get(partner);
  };
}

function makeSectorsOf({ hsShares, goods }: SectorFigures, path: string): SectorPlaces["sectorsOf"] {
  const byPrefix = new Map<string, { sector: string; share: number }[]>();
  Array.from(hsShares).forEach((row, q) => {
    const { hs, sector, share } = readOptions(row, `${path}.hsShares[${q}]`, ["hs", "sector", "share"]);
    const isShare = typeof share === "number" && share > 0 && share <= 1;
    if (typeof hs === "string" && goods.includes(sector) && isShare) {
      const list = byPrefix.get(hs) ?? [];
      list.push({ sector, share });
      byPrefix.set(hs, list);
      return;
    }
    throw new TariffError({
      code: goods.includes(sector) ? "out-of-range" : "not-in-world",
      path: `${path}.hsShares[${q}]`,
      received: goods.includes(sector) ? share : sector,
      advice: "Give a code, one of the sectors of goods, and a share above 0 and up to 1.",
    });
  });
  for (const [hs, list] of byPrefix) {
    const sum = list.reduce((total, { share }) => total + share, 0);
    if (Math.abs(sum - 1) <= rounding) continue;
    throw new TariffError({
      code: "shares-do-not-add-up",
      path: `${path}.hsShares`,
      received: sum,
      advice: `Make the shares of ${hs} add up to 1.`,
    });
  }
  return (product) => {
    for (let length = product.length; length > 0; length--) {
      const found = byPrefix.get(product.slice(0, length));
      if (found) return found;
    }
    return undefined;
  };
}
