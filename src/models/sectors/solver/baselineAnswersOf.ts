import { invertDense } from "../../../numerics/invertDense.js";
import type { BaselineAnswers } from "./BaselineAnswers.js";
import type { SectorCore } from "./core.js";
import { wageAnswers } from "./wageAnswers.js";

/** Works out once for a world how its equations answer. */
export function baselineAnswersOf(core: SectorCore): BaselineAnswers {
  const { n, s, links, share, valueAddedShare, inputShare } = core;
  const own = new Float64Array(links ? n * s * s : 0);
  const price = new Float64Array(n * s);
  const cost = Float64Array.from(valueAddedShare);
  const block = new Float64Array(s * s);
  for (let i = 0; links && i < n; i++) {
    for (let k = 0; k < s; k++) {
      const home = share[(k * n + i) * n + i]!;
      for (let h = 0; h < s; h++)
        block[k * s + h] = (k === h ? 1 : 0) - home * inputShare[(i * s + k) * s + h]!;
    }
    const inverse = invertDense(block, s) ?? identity(s);
    own.set(inverse, i * s * s);
    for (let k = 0; k < s; k++) {
      let sum = 0;
      for (let h = 0; h < s; h++)
        sum += inverse[k * s + h]! * share[(h * n + i) * n + i]! * valueAddedShare[i * s + h]!;
      price[i * s + k] = sum;
    }
    for (let k = 0; k < s; k++) {
      let sum = valueAddedShare[i * s + k]!;
      for (let h = 0; h < s; h++) sum += inputShare[(i * s + k) * s + h]! * price[i * s + h]!;
      cost[i * s + k] = sum;
    }
  }
  return { wages: wageAnswers(core, cost, own), own, price };
}

function identity(size: number): Float64Array {
  const out = new Float64Array(size * size);
  for (let k = 0; k < size; k++) out[k * size + k] = 1;
  return out;
}
