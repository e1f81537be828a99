import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Row, row } from "./harness.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const pairs = 15;

function start(code: string, type = "module"): number {
  const begin = performance.now();
  execFileSync(process.execPath, [`--input-type=${type}`, "-e", code], { cwd: root });
  return performance.now() - begin;
}

/** Importing the built package in a new Node process; Node's own start, measured beside it, is taken off. */
export function rows(): Row[] {
  if (!existsSync(`${root}/dist/esm/index.js`)) throw new Error("dist is not built: run npm run build.");
  const load = 'import "tariff-whatif";';
  start("");
  start(load);
  const times = Array.from({ length: pairs }, () => -start("") + start(load));
  const required = Array.from(
    { length: pairs },
    () => -start("", "commonjs") + start('require("tariff-whatif");', "commonjs"),
  );
  return [row("import the package", times, 60), row("require the package", required, 80)];
}
