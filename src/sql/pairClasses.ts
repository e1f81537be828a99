import type { PartnerCode } from "../economies/partner.js";
import { stepsOf } from "../models/lineClasses.js";
import type { CompiledStep } from "../policy/rates/compileSteps.js";
import type { EvaluationOnDay } from "../policy/rates/readQuery.js";

/** Partners and the number of the class they are in. */
export type Classed = readonly (readonly [partner: string, classNumber: number])[];

/** Pairs of partners that meet the same steps are one class; so are importers, and exporters, that never differ. */
export interface PairClasses {
  /** The steps that each class of pairs meets. */
  readonly steps: readonly (readonly CompiledStep[])[];
  readonly importers: Classed;
  readonly exporters: Classed;
  /** For each class of importers, the class of pairs by class of exporters. */
  readonly pairs: readonly (readonly number[])[];
}

/** Sorts all pairs of partners by the steps they meet. */
export function pairClasses(
  steps: readonly CompiledStep[],
  importers: readonly PartnerCode[],
  exporters: readonly PartnerCode[],
  { on, statuses }: EvaluationOnDay,
): PairClasses {
  const met: (readonly CompiledStep[])[] = [];
  const known = new Map<string, number>();
  const rows = importers.map((importer) =>
    exporters.map((exporter) => {
      const found = stepsOf(steps, { importer, exporter, on, statuses }, undefined);
      const key = found.map(({ step }) => step.id).join("\n");
      const place = known.get(key) ?? met.push(found) - 1;
      known.set(key, place);
      return place;
    }),
  );
  const columns = exporters.map((_, at) => rows.map((row) => row[at] as number));
  const ofImporters = alike(rows);
  const ofExporters = alike(columns);
  return {
    steps: met,
    importers: importers.map((each, at) => [each, ofImporters.classOf[at] as number]),
    exporters: exporters.map((each, at) => [each, ofExporters.classOf[at] as number]),
    pairs: ofImporters.first.map((row) =>
      ofExporters.first.map((column) => (rows[row] as readonly number[])[column] as number),
    ),
  };
}

/** Lists that are equal have one class; `first` is where each class stands first. */
function alike(lists: readonly (readonly number[])[]): {
  classOf: readonly number[];
  first: readonly number[];
} {
  const known = new Map<string, number>();
  const first: number[] = [];
  const classOf = lists.map((list, at) => {
    const key = list.join();
    const found = known.get(key) ?? first.push(at) - 1;
    known.set(key, found);
    return found;
  });
  return { classOf, first };
}
