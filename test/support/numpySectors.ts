import { spawnSync } from "node:child_process";
import type { SectorData, SectorFlows, SectorScenario, SectorWorld } from "tariff-whatif/sectors";
import { calibrateSectors } from "../../src/models/sectors/calibration/calibrateSectors.js";
import { tariffsAfter } from "../../src/models/sectors/readSectorScenario.js";
import { coreOf } from "../../src/models/sectors/solver/core.js";

/** What the program in numpy says: see test/bench/peers/sectors.py. */
export interface NumpySolution {
  readonly numpy: string;
  readonly times: readonly number[];
  readonly sweeps: number;
  readonly residual: number;
  readonly welfare: readonly number[];
}

/** One core, and the kernels that numpy itself would choose. */
const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...rest } = process.env;
const env = { ...rest, OPENBLAS_NUM_THREADS: "1" };

/** Whether Python with numpy is at hand. */
export const haveNumpy = (): boolean => spawnSync("python3", ["-c", "import numpy"], { env }).status === 0;

const flat = (block: unknown): number[] =>
  ArrayBuffer.isView(block)
    ? Array.from(block as Float64Array)
    : (block as readonly unknown[]).flat(Number.POSITIVE_INFINITY).map(Number);

/** The same scenario from the same raw accounts (without tariffs in them), by another program. */
export function solveInNumpy(
  data: SectorData,
  world: SectorWorld,
  scenario: SectorScenario,
  solves: number,
): NumpySolution {
  const { trade, inputs } = data.accounts as SectorFlows;
  const question = {
    n: world.economies.length,
    s: world.sectors.length,
    trade: flat(trade),
    inputs: flat(inputs),
    elasticities: flat(data.tradeElasticities),
    // From the source too where the world is one of the built package.
    tariffs: Array.from(tariffsAfter(coreOf(calibrateSectors(data)), scenario)),
    solves,
  };
  const { stdout, stderr, status } = spawnSync("python3", ["test/bench/peers/sectors.py"], {
    env,
    input: JSON.stringify(question),
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (status !== 0) throw new Error(`sectors.py: ${stderr}`);
  return JSON.parse(stdout) as NumpySolution;
}
