import { Decimal } from "../exact/decimal.js";
import type { StepOutcome } from "../policy/rates/foldSteps.js";
import type { Form } from "../policy/rates/linear/form.js";
import type { Scenario } from "../scenario/scenario.js";
import type { Baseline } from "../trade/baseline.js";
import { type AmountColumn, scaledDecimal } from "../trade/columns/amountColumn.js";
import { sumByGroup } from "../trade/columns/sumByGroup.js";
import { dutiableColumns, requireDuties } from "../trade/requireDuties.js";
import { type ColumnDuties, columnDuties } from "./columnDuties.js";
import { flowDuties } from "./flowDuties.js";

/** Additional duties by group, for any grouping of the flows; groups without any are absent. */
export type AdditionalByGroup = (groupOf: Int32Array, groups: number) => ReadonlyMap<number, Decimal>;

/** What a scenario adds to the duties of a baseline, exactly, whatever it is broken down by. */
export function additionalDuties(
  baseline: Baseline,
  scenario: Scenario,
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
      const extra = new Map<number, Decimal>();
      for (const [flow, after] of changed) {
        const group = groupOf[flow] ?? 0;
        extra.set(group, after.minus(before[flow] as Decimal).plus(extra.get(group) ?? 0));
      }
      return extra;
    },
  };
}

/** Values and duties are added up as integers for each form and group; each form is then applied once. */
function overForms(
  baseline: Baseline,
  { formOf, forms }: ColumnDuties,
  groupOf: Int32Array,
  groups: number,
): ReadonlyMap<number, Decimal> {
  const { customsValue, duties, length } = dutiableColumns(baseline, "baseline");
  const cells = new Int32Array(length);
  const formOfCell: number[] = [-1];
  const groupOfCell: number[] = [-1];
  const dense = forms.length * groups <= 4_000_000 ? new Int32Array(forms.length * groups) : undefined;
  const sparse = new Map<number, number>();
  for (let line = 0; line < length; line++) {
    const form = formOf[line] as number;
    if (form === 0) continue;
    const key = form * groups + (groupOf[line] as number);
    let cell = (dense === undefined ? sparse.get(key) : dense[key]) ?? 0;
    if (cell === 0) {
      cell = formOfCell.length;
      formOfCell.push(form);
      groupOfCell.push(groupOf[line] as number);
      if (dense === undefined) sparse.set(key, cell);
      else dense[key] = cell;
    }
    cells[line] = cell;
  }
  const sums = (column: AmountColumn) => sumByGroup(column.values, cells, formOfCell.length);
  const [values, paid] = [sums(customsValue), sums(duties)];
  const extra = new Map<number, Decimal>();
  const one = new Decimal(1);
  for (let cell = 1; cell < formOfCell.length; cell++) {
    const { ofValue, ofDuties } = forms[formOfCell[cell] as number] as Form;
    const added = ofValue
      .times(scaledDecimal(values[cell] as bigint, customsValue.places))
      .plus(ofDuties.minus(one).times(scaledDecimal(paid[cell] as bigint, duties.places)));
    const group = groupOfCell[cell] as number;
    extra.set(group, added.plus(extra.get(group) ?? 0));
  }
  return extra;
}
