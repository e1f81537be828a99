import type { AssessEntryOptions, BaseTerm, EntryMeasure } from "tariff-whatif/entry";

type Record_ = Readonly<Record<string, unknown>>;

/** An entry worked by hand, as the shared cases state it. */
export interface WorkedEntry {
  readonly id: string;
  readonly kind: string;
  readonly currency: string;
  readonly given: Record_;
  readonly rules: readonly Record_[];
  readonly rounding: { readonly each: string; readonly mode: string };
  readonly expected: {
    readonly amounts: readonly {
      readonly line?: number;
      readonly authority: string;
      readonly type: string;
      readonly exact: string;
      readonly amount: string;
    }[];
    readonly totals: Readonly<Record<string, string>>;
  };
}

const modes: Readonly<Record<string, string>> = {
  halfUp: "half-away-from-zero",
  halfEven: "half-even",
  down: "towards-zero",
  up: "away-from-zero",
};

const additions = ["freight inside", "expenses"];

/** "customs value + duty + freight inside", "value less the value of the metal", "(...) / (1 - rate)". */
function terms(text: string | undefined): readonly BaseTerm[] {
  if (text === "value less the value of the metal")
    return ["customs value", { valueOf: "the metal", less: true }];
  const sum = (text ?? "customs value").replace(") / (1 - rate)", "").replace("(", "");
  return sum.split(" + ").map((term): BaseTerm => {
    if (/^(customs value|assessable value|value for duty|cif|value of all lines.*)$/.test(term))
      return "customs value";
    if (term === "value of the metal") return { valueOf: "the metal" };
    if (additions.includes(term)) return { addition: term };
    return { chargeOf: term === "fee" ? "siscomex fee" : term };
  });
}

function rateOf(rate: unknown) {
  if (typeof rate === "object") return { byLine: rate as Record<string, string> };
  return /^\d+\/\d+$/.test(String(rate)) ? { ratio: String(rate) } : String(rate);
}

function measures({ rules, expected, given, kind: country }: WorkedEntry): readonly EntryMeasure[] {
  const claim = rules.find((rule) => "claim" in rule);
  const typeOf = (authority: string) =>
    (expected.amounts.find((amount) => amount.authority === authority)?.type ??
      "tax") as EntryMeasure["kind"];
  const first = rules.some((rule) => String(rule.order).startsWith("steel comes first"));
  const border = rules.some((rule) => /^the border|^border/.test(String(rule.order)));
  const made = rules.flatMap((rule): EntryMeasure[] => {
    if ("fee" in rule) {
      const authority = String(rule.fee);
      const common = {
        authority,
        kind: "fee",
        per: "entry",
        ...(rule.condition === "arrives by vessel" ? { when: [{ fact: "arrivesBy", is: ["vessel"] }] } : {}),
        ...(authority === "mpf" && claim ? { exemptClaims: [String(claim.claim)] } : {}),
        ...(rule.least ? { least: rule.least as "1", greatest: rule.greatest as "1" } : {}),
      } as const;
      if (rule.amount) return [{ ...common, amount: rule.amount as "1" }];
      return [{ ...common, rate: String(rule.rate), base: ["customs value"] }];
    }
    if (!("authority" in rule)) return [];
    const authority = String(rule.authority);
    const common = { authority, kind: typeOf(authority), per: "line" } as const;
    if (rule.amount) return [{ ...common, amount: rule.amount as "1" }];
    const yieldsTo =
      first && authority === "ieepa-fentanyl"
        ? { yieldsTo: ["section-232"] }
        : border && authority === "section-232"
          ? { yieldsTo: ["ieepa-fentanyl"] }
          : {};
    return [
      {
        ...common,
        rate: rateOf(rule.rate),
        base: terms(rule.base as string | undefined),
        ...(String(rule.base).includes("1 - rate") ? { insideItsBase: true as const } : {}),
        ...(claim && authority === "mfn"
          ? { preferences: { [String(claim.claim)]: String(claim.rate) } }
          : {}),
        ...(rule.ceiling
          ? { ceiling: { greatest: String(rule.ceiling).split(" ")[0] as "15%", with: ["mfn"] } }
          : {}),
        ...yieldsTo,
      },
    ];
  });
  const siscomex = {
    authority: "siscomex fee",
    kind: "fee",
    per: "entry",
    amount: given.siscomexFee as "1",
  } as const;
  if (country !== "brazil") return made;
  return [...made.slice(0, -1), siscomex, ...made.slice(-1)];
}

/** The one line of an entry whose shipment is stated without lines. */
function onlyLine(given: Record_): readonly Record_[] {
  const money = (keys: readonly string[]) =>
    keys.map((key) => given[key]).find((value) => value !== undefined);
  const dollars = money(["cifUsd", "valueUsd"]);
  const value = dollars
    ? { amount: dollars, currency: "USD" }
    : (money(["cif", "customsValue", "value"]) ?? "0");
  return [{ line: 1, value, quantities: given.quantities }];
}

/** The question that a worked entry puts. */
export function assessmentOf(worked: WorkedEntry): AssessEntryOptions {
  const { given, currency, kind, rounding } = worked;
  const lines = ((given.lines as readonly Record_[] | undefined) ?? onlyLine(given)).map((line) => {
    const values = {
      ...(line.values as object),
      ...(line.metalValue ? { "the metal": line.metalValue } : {}),
    };
    const extra = { "freight inside": given.freightInside ?? "0", expenses: given.expenses ?? "0" };
    return {
      id: String(line.line),
      value: line.value ?? line.cif,
      values,
      additions: extra,
      ...(line.quantities ? { quantities: line.quantities } : {}),
      ...(line.claims ? { claims: line.claims } : {}),
    };
  });
  const perUnit = given.rupeesPerDollar ?? given.cadPerUsd;
  const each = { to: rounding.each, mode: modes[rounding.mode] };
  const down = (to: string) => ({ to, mode: "towards-zero" });
  const stages =
    kind === "japan"
      ? { base: down("1000"), amount: down("1"), carried: down("100"), sum: down("100") }
      : { amount: each };
  const charged = measures(worked).map((measure) =>
    measure.authority === "local consumption tax"
      ? { ...measure, rounding: { amount: down("1"), sum: down("100") } }
      : measure,
  );
  return {
    entry: {
      id: worked.id,
      day: given.entryDate ?? "2025-06-02",
      currency,
      facts: { arrivesBy: String(given.mode ?? "truck") },
      lines,
    },
    measures: charged,
    rounding: stages,
    ...(perUnit ? { exchange: [{ one: "USD", is: perUnit, of: currency }] } : {}),
  } as unknown as AssessEntryOptions;
}
