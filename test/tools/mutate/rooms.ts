/** A room whose tests are tested: the files in which mistakes are planted, and the tests that should notice them. */
export interface MutatedRoom {
  readonly mutate: readonly string[];
  /** The fastest tests that look at the numbers of the room: each of some thousand mistakes runs some of them. */
  readonly tests: readonly string[];
  /** Examples of each property, 8 where absent. */
  readonly runs?: number;
}

const ofTheWorld = (...names: string[]) => names.map((name) => `test/models/world/${name}.test.ts`);

/** In the order in which they run, the quickest first. */
export const mutatedRooms: Readonly<Record<string, MutatedRoom>> = {
  exact: { mutate: ["src/exact/**/*.ts"], tests: ["test/exact/*.test.ts"], runs: 100 },
  gsim: {
    mutate: ["src/formulas/gsim/**/*.ts"],
    tests: ["test/formulas/gsim/*.test.ts", "test/oracle/gsim.test.ts", "test/published/gsim.test.ts"],
  },
  accounting: {
    mutate: ["src/models/accounting/**/*.ts"],
    tests: ["test/models/accounting/*.test.ts"],
  },
  compare: { mutate: ["src/compare/**/*.ts"], tests: ["test/compare/*.test.ts"] },
  policy: {
    mutate: ["src/policy/**/*.ts"],
    tests: ["test/policy/*.test.ts", "test/policy/time/*.test.ts", "test/scenario/*.test.ts"],
  },
  partial: {
    mutate: ["src/models/partial/**/*.ts"],
    tests: [
      "test/models/partial/composites.test.ts",
      "test/models/partial/lumpRows.test.ts",
      "test/models/partial/smallMarket.test.ts",
      "test/models/partial/severalMarkets.test.ts",
      "test/models/partial/columns.test.ts",
      "test/models/partial/smallEvaluator.test.ts",
      "test/models/partial/solveMarkets*.test.ts",
    ],
  },
  calibration: {
    mutate: ["src/models/world/calibration/**/*.ts"],
    tests: ofTheWorld("calibration", "badInput", "generalEquilibrium", "worldEquilibrium"),
  },
  world: {
    mutate: ["src/models/world/*.ts"],
    tests: ofTheWorld("rows", "pairs", "evaluatorInputs", "generalEquilibrium", "worldEvaluator"),
  },
  strategy: {
    mutate: ["src/models/world/strategy/**/*.ts"],
    tests: ofTheWorld("strategyDoors", "strategyNumbers", "strategy"),
  },
  solver: {
    mutate: ["src/models/world/solver/**/*.ts"],
    tests: ofTheWorld(
      "derivatives",
      "startingPoints",
      "equations",
      "ends",
      "badInput",
      "branches",
      "worldEquilibrium",
    ),
  },
};
