import type { DecimalText } from "../../exact/decimal.js";
import { type AmountColumn, columnFromTexts, columnTexts } from "./amountColumn.js";
import type { BaselineColumns, QuantityColumn } from "./baselineColumns.js";

/** Positions in a list of codes, in as few bytes as the list allows. */
export type IndexColumn = Uint8Array | Uint16Array | Uint32Array;

/** Quantities in one unit, of the flows that state any. */
export interface QuantityStore {
  /** The unit. */
  readonly unit: string;
  /** The flows that state a quantity in it, ascending; null where all do. */
  readonly flows: Uint32Array | null;
  /** Their quantities. */
  readonly amounts: AmountColumn;
}

/** The flows of a baseline as typed arrays: what the models and sums work on. */
export interface FlowColumns {
  readonly length: number;
  readonly importer: IndexColumn;
  readonly exporter: IndexColumn;
  readonly product: IndexColumn;
  readonly customsValue: AmountColumn;
  readonly duties: AmountColumn | null;
  readonly quantities: readonly QuantityStore[];
}

/** An empty index column for a list of that many codes. */
export function indexColumn(length: number, codes: number): IndexColumn {
  if (codes <= 256) return new Uint8Array(length);
  return codes <= 65_536 ? new Uint16Array(length) : new Uint32Array(length);
}

/** A registered symbol, so that both copies of the package find the columns of the other. */
const store = /* @__PURE__ */ Symbol.for("tariff-whatif/columns");

const built = /* @__PURE__ */ new WeakMap<BaselineColumns, FlowColumns>();

/** The columns of typed arrays behind the columns of a baseline; made at the first question where they are plain lists. */
export function flowColumns({ columns }: { readonly columns: BaselineColumns }): FlowColumns {
  const own = (columns as { readonly [store]?: FlowColumns })[store];
  if (own !== undefined) return own;
  let made = built.get(columns);
  if (made === undefined) {
    made = fromLists(columns);
    built.set(columns, made);
  }
  return made;
}

function fromLists(columns: BaselineColumns): FlowColumns {
  const length = columns.customsValue.length;
  const index = (list: readonly number[]) => {
    const column = indexColumn(length, list.reduce((most, at) => Math.max(most, at), 0) + 1);
    column.set(list);
    return column;
  };
  return {
    length,
    importer: index(columns.importer),
    exporter: index(columns.exporter),
    product: index(columns.product),
    customsValue: columnFromTexts(columns.customsValue),
    duties: columns.duties === null ? null : columnFromTexts(columns.duties),
    quantities: (columns.quantities ?? []).map(({ unit, flows, amounts }) => ({
      unit,
      flows: flows === null ? null : Uint32Array.from(flows),
      amounts: columnFromTexts(amounts),
    })),
  };
}

/** The public columns over typed arrays: plain frozen lists, each made when it is first asked for. */
export function columnsOver(own: FlowColumns): BaselineColumns {
  const view = {} as BaselineColumns;
  const lazy = <T>(key: string, make: () => T) => {
    let made: T | undefined;
    Object.defineProperty(view, key, {
      enumerable: true,
      get: () => {
        made ??= make();
        return made;
      },
    });
  };
  const list = (column: IndexColumn): readonly number[] => Object.freeze(Array.from(column));
  const texts = (column: AmountColumn): readonly DecimalText[] => Object.freeze(columnTexts(column));
  lazy("importer", () => list(own.importer));
  lazy("exporter", () => list(own.exporter));
  lazy("product", () => list(own.product));
  lazy("customsValue", () => texts(own.customsValue));
  const { duties, quantities } = own;
  if (duties === null) Object.defineProperty(view, "duties", { enumerable: true, value: null });
  else lazy("duties", () => texts(duties));
  if (quantities.length > 0) {
    lazy("quantities", () =>
      Object.freeze(
        quantities.map(
          ({ unit, flows, amounts }): QuantityColumn =>
            Object.freeze({
              unit,
              flows: flows === null ? null : Object.freeze(Array.from(flows)),
              amounts: texts(amounts),
            }),
        ),
      ),
    );
  }
  Object.defineProperty(view, store, { value: own });
  return Object.freeze(view);
}
