import { invertDense } from "../../../numerics/invertDense.js";
import type { BaselineAnswers } from "./BaselineAnswers.js";
import type { SectorCore } from "./core.js";
import { wageAnswers } from "./wageAnswers.js";

/** Works out once for a world how its equations answer. */
export function baselineAnswersOf(core: SectorCore): BaselineAnswers {
  const { n, s, links, share, valueAddedShare, inputShare, consumption } = core;
  const size = links ? n * s : 0;
  const own = new Float64Array(size * s);
  const through = new Float64Array(size * s);
  const home = new Float64Array(size);
  const wageInInputs = new Float64Array(size);
  const inputTotal = new Float64Array(size);
  const spentOn = new Float64Array(size);
  const cost = Float64Array.from(valueAddedShare);
  const block = new Float64Array(s * s);
  const price = new Float64Array(s);
  for (let i = 0; links && i < n; i++) {
    const at = i * s;
    for (let k = 0; k < s; k++) {
      home[at + k] = share[(k * n + i) * n + i]!;
      for (let h = 0; h < s; h++)
        block[k * s + h] = (k === h ? 1 : 0) - home[at + k]! * inputShare[(at + k) * s + h]!;
    }
    const inverse = invertDense(block, s) ?? identity(s);
    own.set(inverse, at * s);
    for (let k = 0; k < s; k++) {
      let sum = 0;
      for (let h = 0; h < s; h++) sum += inverse[k * s + h]! * home[at + h]! * valueAddedShare[at + h]!;
      price[k] = sum;
    }
    for (let k = 0; k < s; k++) {
      const row = (at + k) * s;
      for (let h = 0; h < s; h++) {
        const part = inputShare[row + h]!;
        inputTotal[at + k]! += part;
        wageInInputs[at + k]! += part * price[h]!;
        spentOn[at + h]! += inverse[k * s + h]! * consumption[at + k]!;
        for (let c = 0; c < s; c++) through[row + c]! += part * inverse[h * s + c]!;
      }
      cost[at + k]! += wageInInputs[at + k]!;
    }
  }
  return { wages: wageAnswers(core, cost, own), through, home, wageInInputs, inputTotal, spentOn };
}

function identity(size: number): Float64Array {
  const out = new Float64Array(size * size);
  for (let k = 0; k < size; k++) out[k * size + k] = 1;
  return out;
}
