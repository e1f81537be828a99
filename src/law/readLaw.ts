import { readCodes, readRecord } from "../entry/readRecord.js";
import { type DecimalText, readDecimal } from "../exact/decimal.js";
import { type IsoDate, readDate } from "../internal/isoDate.js";
import { readOptions } from "../internal/readOptions.js";
import { requireText } from "../internal/requireText.js";
import { TariffError } from "../internal/TariffError.js";
import type { LawFacts, MetalShares, NorthAmericanClaims } from "./lawFacts.js";

const first: IsoDate = "2018-01-01";
const last: IsoDate = "2026-11-25";

function readShare(value: unknown, path: string): DecimalText {
  const share = readDecimal(value, path);
  if (share.gte(0) && share.lte(1)) return value as DecimalText;
  throw new TariffError({ code: "out-of-range", path, received: value, advice: "Give a share from 0 to 1." });
}

function readMetals(shares: MetalShares, path: string): MetalShares {
  const metals = ["steel", "aluminum", "copper"] as const;
  const given = readOptions(shares, path, metals);
  const read = metals.map((metal) => readShare(given[metal], `${path}.${metal}`));
  if (read.reduce((sum, share) => sum + Number(share), 0) <= 1 + 1e-12) return given;
  throw new TariffError({
    code: "shares-do-not-add-up",
    path,
    received: read.join(" + "),
    advice: "Give shares that together are no more than the whole value.",
  });
}

/** Shares of claims, one or by product. */
export function readClaims(claims: NorthAmericanClaims, path: string): NorthAmericanClaims {
  const given = readOptions(claims, path, ["CAN", "MEX"]);
  const read = (partner: "CAN" | "MEX") => {
    const share = given[partner];
    const at = `${path}.${partner}`;
    if (typeof share !== "object" || share === null) return readShare(share, at);
    const { byProduct } = readOptions(share, at, ["byProduct"]);
    const table = readRecord(byProduct, `${at}.byProduct`, readShare);
    if (table.size === 0) {
      throw new TariffError({
        code: "empty",
        path: `${at}.byProduct`,
        received: byProduct,
        advice: 'Give a share for one product or more, or one share for all: "0" where nothing is claimed.',
      });
    }
    return { byProduct: Object.fromEntries(readCodes(table, `${at}.byProduct`)) };
  };
  return { CAN: read("CAN"), MEX: read("MEX") };
}

/** One of some words. */
export function oneOf<T extends string>(value: T, names: readonly T[], path: string): T {
  if (names.includes(value)) return value;
  throw new TariffError({
    code: "wrong-type",
    path,
    received: value,
    advice: `Write one of ${names.join(", ")}.`,
  });
}

/** A day on which the package knows the law. */
export function readDayOfLaw(value: unknown, path: string): IsoDate {
  const day = readDate(value, path);
  if (day >= first && day <= last) return day;
  throw new TariffError({
    code: "out-of-range",
    path,
    received: value,
    advice: `Give a day from ${first} to ${last}: of others the package knows no law.`,
  });
}

/** What the law needs beside the day, as it was given. */
interface LawGiven extends Omit<LawFacts, "ordinaryDuty"> {
  readonly importers: readonly ("USA" | "CAN" | "CHN")[];
  readonly confidence: "two sources" | "any";
  readonly ordinaryDuty: string;
}

/** What is asked of the law, whatever the day. */
export interface LawAsked {
  readonly importers: readonly string[];
  readonly confidence: "two sources" | "any";
  readonly facts: LawFacts;
}

/** Reads what the law needs beside the day. */
export function readLawAsked(given: LawGiven): LawAsked {
  const confidence = oneOf(given.confidence, ["two sources", "any"], "confidence");
  if (!Array.isArray(given.importers) || given.importers.length === 0 || given.importers.length > 3) {
    throw new TariffError({
      code: Array.isArray(given.importers) && given.importers.length === 0 ? "empty" : "wrong-type",
      path: "importers",
      received: given.importers,
      advice: "Give a list of USA, CAN and CHN.",
    });
  }
  const importers = Array.from(given.importers, (code, at) =>
    oneOf(code, ["USA", "CAN", "CHN"], `importers[${at}]`),
  );
  const ordinaryDuty = requireText(given.ordinaryDuty, "ordinaryDuty");
  if (ordinaryDuty === "" || ordinaryDuty.length > 100) {
    throw new TariffError({
      code: ordinaryDuty === "" ? "empty" : "too-long",
      path: "ordinaryDuty",
      received: ordinaryDuty,
      advice: 'Name the authority of the ordinary duty, "mfn" or "baseline".',
    });
  }
  const facts: LawFacts = {
    ordinaryDuty,
    metalShares: readMetals(given.metalShares, "metalShares"),
    northAmericanClaims: readClaims(given.northAmericanClaims, "northAmericanClaims"),
  };
  return { importers, confidence, facts };
}
