import type { Decimal } from "../exact/decimal.js";
import { minusScaled, plusScaled, powerOfTen, type Scaled, scaledFrom, unitsAt } from "../exact/scaled.js";
import type { StepOutcome } from "../policy/rates/foldSteps.js";
import type { Form } from "../policy/rates/linear/form.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Baseline } from "../trade/baseline.js";
import type { AmountColumn } from "../trade/columns/amountColumn.js";
import { sumByGroup } from "../trade/columns/sumByGroup.js";
import { dutiableColumns, requireDuties } from "../trade/requireDuties.js";
import { type ColumnDuties, columnDuties } from "./columnDuties.js";
import { flowDuties } from "./flowDuties.js";

/** Additional duties by group, for any grouping of the flows; groups without any are absent. */
export type AdditionalByGroup = (groupOf: Int32Array, groups: number) => ReadonlyMap<number, Scaled>;

/** What a scenario adds to the duties of a baseline, exactly, whatever it is broken down by. */
export function additionalDuties(
  baseline: Baseline,
  scenario: Scenario<string>,
): { readonly byGroup: AdditionalByGroup; readonly idle: ReadonlyMap<string, StepOutcome> } {
  const columns = columnDuties(baseline, scenario);
  if (columns !== undefined) {
    return {
      byGroup: (groupOf, groups) => overForms(baseline, columns, groupOf, groups),
      idle: columns.idle,
    };
  }
  const { changed, idle } = flowDuties(baseline, scenario);
  const before = requireDuties(baseline, "baseline");
  return {
    idle,
    byGroup: (groupOf) => {
      const extra = new Map<number, Scaled>();
      for (const [flow, after] of changed) {
        const group = groupOf[flow] ?? 0;
        const added = minusScaled(scaledFrom(after), scaledFrom(before[flow] as Decimal));
        const sum = extra.get(group);
        extra.set(group, sum === undefined ? added : plusScaled(sum, added));
      }
      return extra;
    },
  };
}

/** The lines that change, so that each breakdown looks at no others. */
const changedLines = /* @__PURE__ */ new WeakMap<ColumnDuties, Uint32Array>();

function linesOf(columns: ColumnDuties): Uint32Array {
  const known = changedLines.get(columns);
  if (known !== undefined) return known;
  const { formOf } = columns;
  const lines = new Uint32Array(formOf.length);
  let count = 0;
  for (let line = 0; line < formOf.length; line++) if (formOf[line] !== 0) lines[count++] = line;
  const found = lines.slice(0, count);
  changedLines.set(columns, found);
  return found;
}

/** Values and duties are added up as integers for each form and group; each form is then applied once. */
function overForms(
  baseline: Baseline,
  columnDuties: ColumnDuties,
  groupOf: Int32Array,
  groups: number,
): ReadonlyMap<number, Scaled> {
  const { formOf, forms } = columnDuties;
  const { customsValue, duties } = dutiableColumns(baseline, "baseline");
  const lines = linesOf(columnDuties);
  const cells = new Int32Array(lines.length);
  const formOfCell: number[] = [];
  const groupOfCell: number[] = [];
  const dense =
    forms.length * groups <= 4_000_000 ? new Int32Array(forms.length * groups).fill(-1) : undefined;
  const sparse = new Map<number, number>();
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] as number;
    const [form, group] = [formOf[line] as number, groupOf[line] as number];
    const key = form * groups + group;
    let cell = (dense === undefined ? sparse.get(key) : dense[key]) ?? -1;
    if (cell === -1) {
      cell = formOfCell.push(form) - 1;
      groupOfCell.push(group);
      if (dense === undefined) sparse.set(key, cell);
      else dense[key] = cell;
    }
    cells[at] = cell;
  }
  const sums = (column: AmountColumn) => sumByGroup(column.values, cells, formOfCell.length, lines);
  const [values, paid] = [sums(customsValue), sums(duties)];
  const units = unitForms(forms);
  const most = Math.max(customsValue.places, duties.places);
  const [ofPlaces, paidPlaces] = [powerOfTen(most - customsValue.places), powerOfTen(most - duties.places)];
  const places = units.places + most;
  const extra = new Map<number, Scaled>();
  for (let cell = 0; cell < formOfCell.length; cell++) {
    const [ofValue, ofDuties] = units.forms[formOfCell[cell] as number] as readonly [bigint, bigint];
    const added =
      ofValue * (values[cell] as bigint) * ofPlaces + ofDuties * (paid[cell] as bigint) * paidPlaces;
    const group = groupOfCell[cell] as number;
    extra.set(group, { units: added + (extra.get(group)?.units ?? 0n), places });
  }
  return extra;
}

/** What each form adds of the value and of the duties paid, as whole numbers of one place. */
function unitForms(forms: readonly Form[]): {
  readonly places: number;
  readonly forms: readonly (readonly [ofValue: bigint, ofDuties: bigint])[];
} {
  const scaled = forms.map(({ ofValue, ofDuties }) => [scaledFrom(ofValue), scaledFrom(ofDuties)] as const);
  const places = Math.max(...scaled.flatMap(([value, duties]) => [value.places, duties.places]));
  return {
    places,
    forms: scaled.map(([value, duties]) => [
      unitsAt(value, places),
      unitsAt(duties, places) - powerOfTen(places),
    ]),
  };
}
