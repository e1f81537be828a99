import type { Decimal } from "../exact/decimal.js";
import type { CompiledStep } from "../policy/rates/compileSteps.js";
import { type PrefixColumn, prefixColumn } from "../policy/rates/prefixColumn.js";
import type { ProductCode } from "../trade/baseline.js";

/** The rate or share of a step for each product of a list: that of most, and which have another. */
export interface StepRates {
  readonly rates: readonly Decimal[];
  /** The rate of all products but the others, a position in `rates`; -1 where they have none. */
  readonly common: number;
  /** The products that have another: the only ones that fall apart by this step. */
  readonly others: readonly number[];
  /** Their rates, in the same order. */
  readonly otherRates: readonly number[];
  /** Products that hold goods which the step tells apart: whoever asks for one is refused. */
  readonly refused: readonly { readonly product: number; readonly ask: () => unknown }[];
}

/** The rates of steps for the products of a list, each looked up once; lists that several steps share are as well. */
export class RatesOfSteps {
  private readonly steps = new Map<CompiledStep, StepRates>();
  private readonly columns = new Map<object, PrefixColumn>();

  constructor(readonly products: readonly ProductCode[]) {}

  /** The rates of a step. */
  of(compiled: CompiledStep): StepRates {
    let rates = this.steps.get(compiled);
    if (rates === undefined) {
      rates = stepRates(compiled, this.products, this.columnOf);
      this.steps.set(compiled, rates);
    }
    return rates;
  }

  private readonly columnOf: ColumnOf = (owner, prefixes) => {
    let column = this.columns.get(owner);
    if (column === undefined) {
      column = prefixColumn(prefixes, this.products);
      this.columns.set(owner, column);
    }
    return column;
  };
}

/** Looks up prefixes; `owner` is the list or table that they are of. */
type ColumnOf = (owner: object, prefixes: readonly string[]) => PrefixColumn;

/** Looks up a step for all products at once. */
function stepRates(compiled: CompiledStep, products: readonly ProductCode[], columnOf: ColumnOf): StepRates {
  const { step, covers, valueFor } = compiled;
  const scope = step.products;
  const except = scope !== "all" && "allBut" in scope;
  const list = scope === "all" ? null : except ? scope.allBut : scope;
  const listed = list === null ? null : columnOf(list, list);
  const given = "share" in step ? step.share : step.rate;
  const table = typeof given === "object" && "byProduct" in given ? given.byProduct : null;
  const prefixes = table === null ? null : columnOf(table, Object.keys(table));
  const code = (product: number) => products[product] as ProductCode;
  const covered = (product: number): boolean => listed === null || (listed.at[product] === -1) === except;
  const refused = [
    ...(listed?.wider ?? []).map((product) => ({ product, ask: () => covers(code(product)) })),
    ...(prefixes?.wider ?? [])
      .filter(covered)
      .map((product) => ({ product, ask: () => valueFor(code(product)) })),
  ];
  if (prefixes === null) {
    const rate = valueFor("total");
    if (rate === undefined) return { rates: [], common: -1, others: [], otherRates: [], refused };
    const others = listed?.found ?? [];
    const common = listed === null || except ? 0 : -1;
    return { rates: [rate], common, others, otherRates: others.map(() => -1 - common), refused };
  }
  const never = new Set(refused.map(({ product }) => product));
  const rates: Decimal[] = [];
  const positionOf = new Map<number, number>();
  // Equal rates are one, whatever prefix they were written for.
  const positionIn = new Map<string, number>();
  const [others, otherRates]: [number[], number[]] = [[], []];
  for (const product of prefixes.found) {
    if (!covered(product) || never.has(product)) continue;
    const prefix = prefixes.at[product] as number;
    let position = positionOf.get(prefix);
    if (position === undefined) {
      const rate = valueFor(code(product));
      const text = rate?.toString() ?? "";
      position = rate === undefined ? -1 : (positionIn.get(text) ?? rates.push(rate) - 1);
      positionIn.set(text, position);
      positionOf.set(prefix, position);
    }
    if (position === -1) continue;
    others.push(product);
    otherRates.push(position);
  }
  return { rates, common: -1, others, otherRates, refused };
}
