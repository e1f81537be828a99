import { existsSync, readdirSync } from "node:fs";

/** typedoc refuses a pattern that matches nothing, so only those with a match are passed on. */
const matching = (folder, pattern, test) =>
  existsSync(folder) && readdirSync(folder).some((name) => test(`${folder}/${name}`)) ? [pattern] : [];
const isPage = (path) => path.endsWith(".md");

/** @type {Partial<import("typedoc").TypeDocOptions>} */
const options = {
  name: "tariff-whatif",
  entryPoints: [
    "src/index.ts",
    "src/formulas/index.ts",
    "src/law/index.ts",
    "src/parameters/index.ts",
    "src/readers/index.ts",
    "src/uncertainty/index.ts",
    "src/models/world/index.ts",
    ...matching("src/data", "src/data/*/index.ts", (path) => existsSync(`${path}/index.ts`)),
  ],
  projectDocuments: [
    ...matching("docs", "docs/*.md", isPage),
    ...matching("docs/guides", "docs/guides/*.md", isPage),
  ],
  out: "docs/api",
  includeVersion: true,
  excludePrivate: true,
  excludeInternal: true,
  excludeExternals: true,
  disableSources: true,
  treatWarningsAsErrors: true,
  // Tables of which only the keys are public, as a type.
  intentionallyNotExported: ["src/economies/isoCodes.ts:isoCodes", "src/exact/roundingModes.ts:modes"],
  validation: { notExported: true, invalidLink: true, invalidPath: true },
  categorizeByGroup: false,
  // From the question to its parts; a category that is not listed stands before the errors.
  categoryOrder: [
    "January 2025",
    "Claims",
    "Scenarios",
    "Policy",
    "Models",
    "Accounting",
    "Partial equilibrium",
    "World model",
    "GSIM",
    "Pass-through",
    "Revenue",
    "Presets",
    "Comparison",
    "Presentation",
    "Baseline",
    "Readers",
    "Data",
    "Goods",
    "Economies",
    "Exact numbers",
    "*",
    "Errors",
  ],
  navigation: { includeCategories: true, includeGroups: false },
};

export default options;
