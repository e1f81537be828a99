/** A room whose tests are tested: the files in which mistakes are planted, and the tests that should notice them. */
export interface MutatedRoom {
  readonly mutate: readonly string[];
  /** The fastest tests that look at the numbers of the room: each of some thousand mistakes runs some of them. */
  readonly tests: readonly string[];
}

/** All but worlds of 250 economies, which take a second each. */
const worldTests = [
  "test/models/world/calibration.test.ts",
  "test/models/world/badInput.test.ts",
  "test/models/world/worldEquilibrium.test.ts",
  "test/models/world/branches.test.ts",
  "test/models/world/generalEquilibrium.test.ts",
  "test/models/world/strategy.test.ts",
  "test/models/world/worldEvaluator.test.ts",
  "test/models/world/properties.test.ts",
];

/** In the order in which they run, the quickest first. */
export const mutatedRooms: Readonly<Record<string, MutatedRoom>> = {
  exact: { mutate: ["src/exact/**/*.ts"], tests: ["test/exact/*.test.ts"] },
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
    tests: ["test/policy/**/*.test.ts", "test/scenario/*.test.ts"],
  },
  partial: {
    mutate: ["src/models/partial/**/*.ts"],
    tests: [
      "test/models/partial/*.test.ts",
      "test/oracle/partial*.test.ts",
      "test/present/workingOf.test.ts",
    ],
  },
  calibration: { mutate: ["src/models/world/calibration/**/*.ts"], tests: worldTests },
  world: { mutate: ["src/models/world/*.ts"], tests: worldTests },
  strategy: { mutate: ["src/models/world/strategy/**/*.ts"], tests: worldTests },
  solver: { mutate: ["src/models/world/solver/**/*.ts"], tests: worldTests },
};
