import type { CompiledStep } from "../policy/rates/compileSteps.js";
import type { ProductCode } from "../trade/baseline.js";

/** The prefixes a policy tells apart, and for each a code that falls under it and under no longer one. */
export interface PolicyPrefixes {
  readonly prefixes: readonly string[];
  readonly samples: readonly ProductCode[];
}

/** The prefixes of all steps, nested ones too; the first, empty one stands for all other goods. */
export function prefixesOf(steps: readonly CompiledStep[]): PolicyPrefixes {
  const all = new Set<string>();
  collect(steps, all);
  const beginnings = new Set(
    [...all].flatMap((code) => [2, 4, 6, 8, 10].map((length) => code.slice(0, length))),
  );
  const prefixes: string[] = [];
  const samples: ProductCode[] = [];
  for (const prefix of ["", ...[...all].sort()]) {
    const sample = sampleOf(prefix, beginnings);
    // Where longer prefixes cover a whole chapter there is nothing under the shorter one.
    if (sample === undefined) continue;
    prefixes.push(prefix);
    samples.push(sample as ProductCode);
  }
  return { prefixes, samples };
}

function collect(steps: readonly CompiledStep[], into: Set<string>): void {
  for (const { step, first, rest } of steps) {
    const scope = step.products;
    for (const code of scope === "all" ? [] : "allBut" in scope ? scope.allBut : scope) into.add(code);
    const given = "rate" in step ? step.rate : "share" in step ? step.share : undefined;
    if (typeof given === "object" && given !== null && "byProduct" in given) {
      for (const code of Object.keys(given.byProduct)) into.add(code);
    }
    collect(first, into);
    collect(rest, into);
  }
}

/** A code of ten digits whose longest prefix in the policy is the one given. */
function sampleOf(prefix: string, beginnings: ReadonlySet<string>): string | undefined {
  if (prefix.length >= 10) return prefix;
  for (let pair = 0; pair < 100; pair++) {
    const next = prefix + String(pair).padStart(2, "0");
    if (!beginnings.has(next)) return next.padEnd(10, "0");
  }
  return undefined;
}
