import * as fc from "fast-check";
import { callOnce } from "./callOnce.js";
import { catalogue } from "./catalogue.js";
import type { Call } from "./moreCalls.js";
import { anyPlan, carryOut, isLarge, type Plan } from "./plan.js";

/** What was found: the function, what it does wrong, the smallest arguments that were found, and how to see it again. */
export interface Finding {
  readonly name: string;
  readonly wrong: string;
  readonly told: string;
  readonly seed: number;
  readonly plan: Plan;
}

export interface FuzzOptions {
  /** How many calls in all. */
  readonly count: number;
  readonly seed: number;
  /** Only these of the calls, by their numbers in the catalogue. */
  readonly only?: readonly number[];
  /** Told before each call, so that one that never returns can be named. */
  readonly before?: (at: number, plan: Plan) => void;
  readonly found?: (finding: Finding) => void;
  /** Time of the clock after which no more calls are made, in milliseconds. */
  readonly until?: number;
  /** Makes the large values too; true where it is not given. */
  readonly large?: boolean;
}

/** One call as a plan describes it; undefined where nothing is wrong. */
export async function carryOutCall({ run, args }: Call, plan: Plan): Promise<string | undefined> {
  return callOnce(run, carryOut(plan, args()).args, isLarge(plan));
}

/** How many different mistakes of one function are looked for. */
const enough = 6;

async function fuzzFunction(at: number, runs: number, seed: number, options: FuzzOptions) {
  const call = catalogue[at] as Call;
  const findings: Finding[] = [];
  const known = new Set<string>();
  let calls = 0;
  let left = runs;
  for (let round = 0; left > 0 && known.size < enough; round++) {
    // Only what is found first shrinks; then the search goes on for what is not known yet.
    let kind: string | undefined;
    const property = fc.asyncProperty(anyPlan, async (plan) => {
      if (options.until !== undefined && Date.now() > options.until) return;
      if (options.large === false && isLarge(plan)) return;
      options.before?.(at, plan);
      calls++;
      const wrong = await carryOutCall(call, plan);
      if (wrong === undefined || known.has(wrong) || (kind !== undefined && kind !== wrong)) return;
      kind = wrong;
      throw new Error(wrong);
    });
    const result = await fc.check(property, { numRuns: left, seed: seed + round, maxSkipsPerRun: 0 });
    left -= Math.max(1, result.numRuns);
    if (!result.failed || kind === undefined) break;
    known.add(kind);
    const [plan] = result.counterexample as [Plan];
    const { told } = carryOut(plan, call.args());
    const finding = { name: call.name, wrong: kind, told, seed, plan };
    findings.push(finding);
    options.found?.(finding);
  }
  return { calls, findings };
}

/** Calls every public function with arguments that are spoilt in one to three places, the same number of times each. */
export async function fuzz(options: FuzzOptions): Promise<{ calls: number; findings: readonly Finding[] }> {
  const calls = options.only ?? catalogue.map((_, at) => at);
  const each = Math.ceil(options.count / calls.length);
  const findings: Finding[] = [];
  let made = 0;
  for (const call of calls) {
    const one = await fuzzFunction(call, each, options.seed, options);
    made += one.calls;
    findings.push(...one.findings);
  }
  return { calls: made, findings };
}
