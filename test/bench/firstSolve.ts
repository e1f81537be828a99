import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** The data of a world, with the tariffs that one economy charges. */
interface WorldCase {
  readonly economies: readonly string[];
  readonly exports: ArrayLike<number>;
  readonly gdp: readonly number[];
  readonly usTariffs: readonly unknown[];
}

const code = (file: string) => `
import { readFileSync } from "node:fs";
import { calibrateWorld, ignatenko2025CompletePassThrough, worldEquilibrium } from "tariff-whatif/world";
const { exports, usTariffs, ...data } = JSON.parse(readFileSync(${JSON.stringify(file)}, "utf8"));
const parameters = ignatenko2025CompletePassThrough;
const world = calibrateWorld({ ...data, exports: Float64Array.from(exports), parameters });
const before = process.cpuUsage();
const start = performance.now();
worldEquilibrium(world, { tariffs: usTariffs, revenueUse: "incomeTaxRelief", deficits: "fixedToWorldIncome" });
const wall = performance.now() - start;
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ wall, processor: (user + system) / 1000 }));`;

/** One first solve in milliseconds: on the wall, and of the processor, compiling beside it included. */
export interface FirstSolve {
  readonly wall: number;
  readonly processor: number;
}

/** How long the first solve of a new process takes, with the built package; once for each process. */
export function firstSolves(data: WorldCase, processes: number): FirstSolve[] {
  if (!existsSync(`${root}/dist/esm/index.js`)) throw new Error("dist is not built: run npm run build.");
  const file = `${root}/test/.generated/world.json`;
  mkdirSync(`${root}/test/.generated`, { recursive: true });
  const { economies, gdp, usTariffs } = data;
  writeFileSync(file, JSON.stringify({ economies, gdp, usTariffs, exports: Array.from(data.exports) }));
  const run = () =>
    JSON.parse(
      execFileSync(process.execPath, ["--input-type=module", "-e", code(file)], {
        cwd: root,
        encoding: "utf8",
      }),
    ) as FirstSolve;
  return Array.from({ length: processes }, run);
}
