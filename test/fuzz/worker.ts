import { parentPort, workerData } from "node:worker_threads";
import { fuzz } from "./fuzz.js";

const { shared, options } = workerData as {
  readonly shared: SharedArrayBuffer;
  readonly options: Parameters<typeof fuzz>[0];
};
const counter = new Int32Array(shared, 0, 2);
const bytes = new Uint8Array(shared, 8);
const encoder = new TextEncoder();

/** Writes down which call is made, where the watching thread can read it though this one never comes back. */
function before(at: number, plan: unknown) {
  const told = encoder.encode(JSON.stringify({ at, plan }));
  bytes.set(told);
  counter[1] = told.length;
  counter[0] = (counter[0] ?? 0) + 1;
}

const { calls, findings } = await fuzz({
  ...options,
  before,
  found: (finding) => parentPort?.postMessage({ finding }),
});
parentPort?.postMessage({ calls, findings: findings.length });
