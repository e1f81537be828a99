import type { FlowColumnsInput } from "../defineBaselineColumns.js";
import type { AmountColumn } from "./amountColumn.js";
import type { FlowColumns } from "./flowColumns.js";

/** A product that takes a share of another, by weight. */
export interface Share {
  readonly product: number;
  readonly weight: bigint;
}

/** Gives each flow to other products, in shares that add up exactly; one flow becomes several where a product has several shares. */
export function spreadColumns(columns: FlowColumns, into: readonly (readonly Share[])[]): FlowColumnsInput {
  const sharesOf = (flow: number) => into[columns.product[flow] as number] as readonly Share[];
  const first = new Uint32Array(columns.length + 1);
  for (let flow = 0; flow < columns.length; flow++)
    first[flow + 1] = (first[flow] as number) + sharesOf(flow).length;
  const length = first[columns.length] as number;
  const source = new Uint32Array(length);
  const product = new Uint32Array(length);
  for (let flow = 0; flow < columns.length; flow++) {
    sharesOf(flow).forEach((share, at) => {
      source[(first[flow] as number) + at] = flow;
      product[(first[flow] as number) + at] = share.product;
    });
  }
  const spread = ({ values, places }: AmountColumn, flows: Uint32Array | null) => ({
    places,
    values: Array.from(values as ArrayLike<number | bigint>).flatMap((value, row) =>
      parted(BigInt(value), sharesOf(flows === null ? row : (flows[row] as number))),
    ),
  });
  return {
    importer: source.map((flow) => columns.importer[flow] as number),
    exporter: source.map((flow) => columns.exporter[flow] as number),
    product,
    customsValue: spread(columns.customsValue, null),
    duties: columns.duties === null ? null : spread(columns.duties, null),
    quantities: columns.quantities.map(({ unit, flows, amounts }) => ({
      unit,
      flows:
        flows === null
          ? null
          : Array.from(flows).flatMap((flow) => sharesOf(flow).map((_, at) => (first[flow] as number) + at)),
      amounts: spread(amounts, flows),
    })),
  };
}

/** Whole parts by weight: each ends where its share of the sum so far ends, so that they add up. */
function parted(value: bigint, shares: readonly Share[]): bigint[] {
  const total = shares.reduce((sum, { weight }) => sum + weight, 0n);
  let [weights, given] = [0n, 0n];
  return shares.map(({ weight }) => {
    weights += weight;
    const upTo = (value * weights) / total;
    const part = upTo - given;
    given = upTo;
    return part;
  });
}
