import { type PartnerCode, requirePartner } from "../economies/partner.js";
import type { DecimalText } from "../exact/decimal.js";
import { requireUnit } from "../goods/convertQuantity.js";
import { isRecord } from "../internal/isRecord.js";
import { requireAtMost } from "../internal/listBounds.js";
import { readOptions } from "../internal/readOptions.js";
import { TariffError } from "../internal/TariffError.js";
import type { ProductCode } from "./baseline.js";
import type { FlowInput, FlowQuantity } from "./baselineInput.js";
import { columnFromTexts } from "./columns/amountColumn.js";
import { type FlowColumns, type IndexColumn, indexColumn } from "./columns/flowColumns.js";
import { Positions } from "./columns/positions.js";
import { readAmount } from "./readAmount.js";
import { readProduct } from "./readProduct.js";

/** The flows as columns, and the codes they name. */
export interface ReadFlows {
  readonly columns: FlowColumns;
  readonly importers: readonly PartnerCode[];
  readonly exporters: readonly PartnerCode[];
  readonly products: readonly ProductCode[];
}

const shortAmount = /^(0|[1-9]\d{0,14})$/;

/** Reads the flows of {@link defineBaseline} one by one: codes that were seen before are not checked again. */
export function readFlows(flows: readonly FlowInput[]): ReadFlows {
  const partners = new Map<unknown, PartnerCode>();
  const codes = new Map<unknown, ProductCode>();
  const [importers, exporters, products] = [
    new Positions<PartnerCode>(),
    new Positions<PartnerCode>(),
    new Positions<ProductCode>(),
  ];
  const index = (): number[] => new Array<number>(flows.length);
  const [importer, exporter, product] = [index(), index(), index()];
  const customsValue = new Array<DecimalText>(flows.length);
  const duties: (DecimalText | undefined)[] = new Array(flows.length);
  const quantities = new Map<string, { flows: number[]; amounts: DecimalText[] }>();
  for (let row = 0; row < flows.length; row++) {
    const flow = readFlow(flows[row], row);
    importer[row] = importers.of(partnerOf(flow.importer, partners, row, "importer"));
    exporter[row] = exporters.of(partnerOf(flow.exporter, partners, row, "exporter"));
    let code = codes.get(flow.product);
    if (code === undefined) {
      code = readProduct(flow.product, `flows[${row}].product`);
      codes.set(flow.product, code);
    }
    product[row] = products.of(code);
    customsValue[row] = amountOf(flow.customsValue, row, "customsValue");
    duties[row] = flow.duties === undefined ? undefined : amountOf(flow.duties, row, "duties");
    if (flow.quantities !== undefined) readQuantities(flow.quantities, row, quantities);
  }
  const [from, to, what] = [importers.codes(), exporters.codes(), products.codes()];
  const given = dutiesOf(duties);
  return {
    importers: from,
    exporters: to,
    products: what,
    columns: {
      length: flows.length,
      importer: filled(importer, from.length),
      exporter: filled(exporter, to.length),
      product: filled(product, what.length),
      customsValue: columnFromTexts(customsValue),
      duties: given === null ? null : columnFromTexts(given),
      quantities: [...quantities].map(([unit, store]) => ({
        unit,
        flows: store.flows.length === flows.length ? null : Uint32Array.from(store.flows),
        amounts: columnFromTexts(store.amounts),
      })),
    },
  };
}

function filled(list: readonly number[], codes: number): IndexColumn {
  const column = indexColumn(list.length, codes);
  column.set(list);
  return column;
}

function readFlow(flow: unknown, row: number): FlowInput {
  const path = `flows[${row}]`;
  if (flow === undefined) throw missing(path);
  if (!isRecord(flow)) {
    throw new TariffError({
      code: "wrong-type",
      path,
      received: flow,
      advice: "Give a flow as an object with the keys importer, exporter, product and customsValue.",
    });
  }
  return readOptions(
    flow as unknown as FlowInput,
    path,
    ["importer", "exporter", "product", "customsValue"],
    ["duties", "quantities"],
  );
}

function partnerOf(value: unknown, known: Map<unknown, PartnerCode>, row: number, key: string): PartnerCode {
  let partner = known.get(value);
  if (partner === undefined) {
    partner = requirePartner(value, `flows[${row}].${key}`);
    known.set(value, partner);
  }
  return partner;
}

const amountOf = (value: unknown, row: number, key: string): DecimalText =>
  typeof value === "string" && shortAmount.test(value)
    ? (value as DecimalText)
    : readAmount(value, `flows[${row}].${key}`);

/** The duties of all flows; null where no flow has any; an error where only some have. */
function dutiesOf(duties: readonly (DecimalText | undefined)[]): DecimalText[] | null {
  const first = duties.indexOf(undefined);
  if (first === -1) return duties as DecimalText[];
  if (duties.every((duty) => duty === undefined)) return null;
  throw new TariffError({
    code: "missing-key",
    path: `flows[${first}].duties`,
    received: undefined,
    advice: 'Give the duties of every flow ("0" where there were none), or of no flow at all.',
  });
}

function readQuantities(
  list: readonly FlowQuantity[],
  row: number,
  quantities: Map<string, { flows: number[]; amounts: DecimalText[] }>,
): void {
  const path = `flows[${row}].quantities`;
  requireAtMost(list, "inputs", path);
  for (let at = 0; at < list.length; at++) {
    const { unit, amount } = readOptions(list[at] as FlowQuantity, `${path}[${at}]`, ["unit", "amount"]);
    const name = requireUnit(unit, `${path}[${at}].unit`);
    const store = quantities.get(name) ?? { flows: [], amounts: [] };
    quantities.set(name, store);
    if (store.flows.at(-1) === row) {
      throw new TariffError({
        code: "duplicate-id",
        path: `${path}[${at}].unit`,
        received: unit,
        advice: "State each unit of a flow once.",
      });
    }
    store.flows.push(row);
    store.amounts.push(readAmount(amount, `${path}[${at}].amount`));
  }
}

const missing = (path: string) =>
  new TariffError({
    code: "missing-key",
    path,
    received: undefined,
    advice: "Add this key; it has no default.",
  });
