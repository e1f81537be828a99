/** One measured speed; times in milliseconds. */
export interface Row {
  readonly name: string;
  readonly medianMs: number;
  readonly minMs: number;
  readonly maxMs: number;
  /** The number of samples behind the median. */
  readonly runs: number;
  /** What we want the median to stay below; null where nothing is promised. */
  readonly target: number | null;
  /** Whether the median stays below the target; null without a target. */
  readonly met: boolean | null;
  /** What else belongs to the figure: work done, memory, exactness. */
  readonly detail?: string;
}

/** What may be set for a measurement. */
export interface Settings {
  /** The ceiling for the median, in milliseconds. */
  readonly target?: number;
  /** How long to measure after the warm-up; at least 5 samples are taken, at most 1,000. */
  readonly budgetMs?: number;
  /** What else belongs to the figure. */
  readonly detail?: string;
  /** `"cpu"` counts the processor time of this process, so that others on the machine do not; the time on the wall otherwise. */
  readonly clock?: "cpu";
}

const fewest = 5;
const most = 1000;
/** A sample lasts at least this long: a faster function is called several times for one. */
const sampleMs = 1;

/** Keeps the last result, so that no call can be optimised away. */
export let kept: unknown;

/** The processor time of this process so far, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Measures how long one call of a function takes; a promise is awaited. */
export async function measure(
  name: string,
  fn: () => unknown,
  { target, budgetMs = 1000, detail, clock }: Settings = {},
): Promise<Row> {
  const now = clock === "cpu" ? processorTime : () => performance.now();
  const sample = async (calls: number): Promise<number> => {
    const start = now();
    for (let call = 0; call < calls; call++) {
      const result = fn();
      kept = result instanceof Promise ? await result : result;
    }
    return (now() - start) / calls;
  };
  // Warm-up: at least two calls, at most a fifth of the budget.
  const warmUntil = performance.now() + budgetMs / 5;
  let once = await sample(1);
  do once = Math.min(once, await sample(1));
  while (performance.now() < warmUntil);
  const calls = Math.max(1, Math.ceil(sampleMs / Math.max(once, 1e-6)));
  const times: number[] = [];
  const until = performance.now() + budgetMs;
  while (times.length < fewest || (times.length < most && performance.now() < until)) {
    times.push(await sample(calls));
  }
  return row(name, times, target, detail);
}

/** Makes the row of a list of times, in milliseconds. */
export function row(name: string, times: readonly number[], target?: number, detail?: string): Row {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? Number.NaN;
  const middle = sorted.length / 2;
  const medianMs = (at(Math.ceil(middle) - 1) + at(Math.floor(middle))) / 2;
  return {
    name,
    medianMs,
    minMs: at(0),
    maxMs: at(sorted.length - 1),
    runs: sorted.length,
    target: target ?? null,
    met: target === undefined ? null : medianMs < target,
    ...(detail === undefined ? {} : { detail }),
  };
}

/** Writes rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const head = ["", "median ms", "min", "max", "runs", "target", "met", ""];
  const figure = (value: number) =>
    Math.abs(value) < 0.01 ? value.toExponential(2) : value.toFixed(value < 10 ? 3 : 1);
  const cells = rows.map((each) => [
    each.name,
    figure(each.medianMs),
    figure(each.minMs),
    figure(each.maxMs),
    String(each.runs),
    each.target === null ? "" : `< ${each.target}`,
    each.met === null ? "" : each.met ? "yes" : "NO",
    each.detail ?? "",
  ]);
  const all = [head, ...cells];
  const widths = head.map((_, column) => Math.max(...all.map((line) => line[column]?.length ?? 0)));
  return all
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 || column === head.length - 1
            ? cell.padEnd(widths[column] ?? 0)
            : cell.padStart(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
