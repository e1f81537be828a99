/**
 * Calls every public function with hostile and half valid arguments:
 *
 *     npm run fuzz                                a million calls with seed 1
 *     npm run fuzz -- 50000 7                     fifty thousand with seed 7
 *     npm run fuzz -- 50000 7 sweep               of the functions whose names begin so
 *     npm run fuzz -- replay passThrough '[...]'  one call, as a finding writes it
 *
 * Each finding is printed with what brings it back. Exit code 1 where there are any.
 */
import { Worker } from "node:worker_threads";
import { catalogue } from "./catalogue.js";
import { carryOutCall, type Finding } from "./fuzz.js";
import type { Call } from "./moreCalls.js";
import { carryOut, type Plan } from "./plan.js";

const stuckAfter = 30_000;
const [first = "1000000", second = "1", only = ""] = process.argv.slice(2);

const show = ({ name, wrong, told, plan }: Finding) =>
  console.log(`${name} ${wrong}\n  ${told}\n  npm run fuzz -- replay '${name}' '${JSON.stringify(plan)}'`);

async function replay(name: string, plan: Plan) {
  const call = catalogue.find((each) => each.name === name);
  if (call === undefined) throw new Error(`There is no function ${name}.`);
  const { args, told } = carryOut(plan, call.args());
  console.log(told);
  const wrong = await carryOutCall(call, plan);
  console.log(wrong ?? "Nothing is wrong.");
  try {
    console.log(await call.run(...(args as never[])));
  } catch (error) {
    console.log(error);
  }
  if (wrong !== undefined) process.exitCode = 1;
}

interface Result {
  readonly calls: number;
  readonly findings: number;
  /** The number of the function of the call that never returned, or ended its thread. */
  readonly lostAt?: number;
}

/** Runs calls in a thread of its own, so that one that never returns, or ends it, is a finding too. */
function runApart(count: number, seed: number, only: readonly number[]): Promise<Result> {
  const shared = new SharedArrayBuffer(1 << 16);
  const counter = new Int32Array(shared, 0, 2);
  const current = () => new TextDecoder().decode(new Uint8Array(shared, 8).slice(0, counter[1]));
  const options = { count, seed, only };
  // A thread does not inherit the loader of TypeScript.
  const file = JSON.stringify(new URL("./worker.ts", import.meta.url).href);
  const start = `import("tsx/esm/api").then(({ register }) => { register(); return import(${file}); })`;
  const worker = new Worker(start, {
    eval: true,
    workerData: { shared, options },
    resourceLimits: { maxOldGenerationSizeMb: 4_000 },
  });
  return new Promise((resolve, reject) => {
    let last = -1;
    let since = Date.now();
    let findings = 0;
    const lost = (wrong: string) => {
      clearInterval(watch);
      void worker.terminate();
      if (counter[0] === 0) return reject(new Error(`No call was made: ${wrong}`));
      const { at, plan } = JSON.parse(current()) as { at: number; plan: Plan };
      show({ name: (catalogue[at] as Call).name, wrong, told: "", seed, plan });
      resolve({ calls: counter[0] ?? 0, findings: findings + 1, lostAt: at });
    };
    const watch = setInterval(() => {
      if (counter[0] !== last) [last, since] = [counter[0] ?? 0, Date.now()];
      else if (counter[0] !== 0 && Date.now() - since > stuckAfter)
        lost(`does not return within ${stuckAfter} ms`);
    }, 500);
    worker.on("message", (message) => {
      if (message.finding !== undefined) {
        findings++;
        show(message.finding);
        return;
      }
      clearInterval(watch);
      resolve(message);
    });
    worker.on("error", (error) => lost(`ends its thread: ${String(error).slice(0, 200)}`));
  });
}

/** Calls all of the functions: where one is lost with its thread, those after it run in a new one. */
async function runAll(count: number, seed: number, asked: readonly number[]): Promise<Result> {
  const each = count / asked.length;
  let calls = 0;
  let findings = 0;
  for (let left = asked; left.length > 0; ) {
    const result = await runApart(each * left.length, seed, left);
    calls += result.calls;
    findings += result.findings;
    left = result.lostAt === undefined ? [] : left.slice(left.indexOf(result.lostAt) + 1);
  }
  return { calls, findings };
}

if (first === "replay") await replay(second, JSON.parse(only));
else {
  const start = Date.now();
  const asked = catalogue.flatMap(({ name }, at) => (name.startsWith(only) ? [at] : []));
  if (asked.length === 0) throw new Error(`No function has a name that begins with ${only}.`);
  const { calls, findings } = await runAll(Number(first), Number(second), asked);
  const seconds = ((Date.now() - start) / 1000).toFixed(0);
  console.log(
    `${calls} calls of ${asked.length} functions with seed ${second} in ${seconds} s: ${findings} findings.`,
  );
  if (findings > 0) process.exitCode = 1;
}
