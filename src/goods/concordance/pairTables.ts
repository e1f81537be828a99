import { isRecord } from "../../internal/isRecord.js";
import { TariffError } from "../../internal/TariffError.js";
import type { HsCode } from "../hsCode.js";
import { editions, type HsConcordance, type HsEdition } from "./concordance.js";

/** From codes to codes, each list in order, without repeats. */
export type Pairs = ReadonlyMap<HsCode, readonly HsCode[]>;

/** What a concordance says, read once. */
export interface PairTables {
  /** The codes of each edition. */
  readonly codes: ReadonlyMap<HsEdition, ReadonlySet<HsCode>>;
  /** The codes of one edition in another. */
  pairs(from: HsEdition, to: HsEdition): Pairs;
  /** The one code of the edition before that the office converts a code to. */
  conversion(from: HsEdition, code: HsCode): HsCode;
}

const known = /* @__PURE__ */ new WeakMap<HsConcordance, PairTables>();

/** The tables of a concordance; what is none is refused. */
export function pairTables(concordance: HsConcordance, path: string): PairTables {
  if (!isConcordance(concordance)) {
    throw new TariffError({
      code: "not-defined",
      path,
      received: concordance,
      advice: "Pass hsConcordance of tariff-whatif/data/hs-concordance.",
    });
  }
  let tables = known.get(concordance);
  if (tables === undefined) {
    tables = readTables(concordance);
    known.set(concordance, tables);
  }
  return tables;
}

/** Whether all texts are there that are read; what they say is the business of whoever wrote them. */
function isConcordance(value: unknown): value is HsConcordance {
  if (!isRecord(value)) return false;
  const { codes, changes, endUses } = value;
  const holds = (texts: unknown, names: readonly HsEdition[]) =>
    isRecord(texts) && names.every((name) => typeof texts[name] === "string");
  return holds(codes, editions) && holds(changes, editions.slice(1)) && holds(endUses, editions);
}

/** Refuses what is no edition. */
export function requireEdition(value: unknown, path: string): HsEdition {
  if (editions.includes(value as HsEdition)) return value as HsEdition;
  throw new TariffError({
    code: "wrong-type",
    path,
    received: value,
    advice: `Name one of ${editions.join(", ")}.`,
  });
}

function readTables({ codes, changes }: HsConcordance): PairTables {
  const sets = new Map(editions.map((edition) => [edition, readCodes(codes[edition])] as const));
  const firsts = new Map<HsEdition, ReadonlyMap<HsCode, HsCode>>();
  const steps = new Map<string, Pairs>();
  for (const edition of ["HS2017", "HS2022"] as const) {
    const older = editions[editions.indexOf(edition) - 1] as HsEdition;
    const { pairs, first } = readChanges(changes[edition], sets.get(edition) as ReadonlySet<HsCode>);
    firsts.set(edition, first);
    steps.set(`${edition}${older}`, pairs);
    steps.set(`${older}${edition}`, reversed(pairs, sets.get(older) as ReadonlySet<HsCode>));
  }
  const pairs = (from: HsEdition, to: HsEdition): Pairs => {
    const key = `${from}${to}`;
    let table = steps.get(key);
    if (table === undefined) {
      table =
        from === to
          ? new Map([...(sets.get(from) as Set<HsCode>)].map((code) => [code, [code]]))
          : joined(pairs(from, "HS2017"), pairs("HS2017", to));
      steps.set(key, table);
    }
    return table;
  };
  return { codes: sets, pairs, conversion: (from, code) => firsts.get(from)?.get(code) ?? code };
}

function readCodes(text: string): Set<HsCode> {
  return new Set(
    text
      .split(" ")
      .flatMap((group) =>
        (group.slice(4).match(/../g) ?? []).map((rest) => `${group.slice(0, 4)}${rest}` as HsCode),
      ),
  );
}

function readChanges(text: string, codes: ReadonlySet<HsCode>) {
  const first = new Map<HsCode, HsCode>();
  const changed = new Map<HsCode, readonly HsCode[]>();
  for (const group of text.split(" ")) {
    const [to, from = ""] = group.split(">") as [HsCode, string?];
    const list = (from.match(/.{6}/g) ?? []) as HsCode[];
    first.set(to, list[0] as HsCode);
    changed.set(to, [...list].sort());
  }
  return { pairs: new Map([...codes].map((code) => [code, changed.get(code) ?? [code]])), first };
}

function reversed(pairs: Pairs, codes: ReadonlySet<HsCode>): Pairs {
  const back = new Map<HsCode, HsCode[]>([...codes].map((code) => [code, []]));
  for (const [to, list] of pairs) for (const from of list) back.get(from)?.push(to);
  for (const list of back.values()) list.sort();
  return back;
}

function joined(first: Pairs, second: Pairs): Pairs {
  return new Map(
    [...first].map(([code, between]) => [
      code,
      [...new Set(between.flatMap((each) => second.get(each) ?? []))].sort(),
    ]),
  );
}
