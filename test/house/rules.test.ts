import { describe, expect, it } from "vitest";
import * as rules from "./rules.js";
import { readSrc, type Source } from "./sources.js";

const sources = readSrc();

/** Files as path and text, for the snippets below. */
const files = (texts: Readonly<Record<string, string>>): Source[] =>
  Object.entries(texts).map(([path, text]) => ({ path, text }));

const named = (texts: Readonly<Record<string, string>>) =>
  [JSON.stringify(texts).slice(0, 160), texts] as const;

/** Each rule with texts that break it exactly once, and texts that come near and do not break it. */
const cases: readonly {
  readonly says: string;
  readonly rule: rules.Rule;
  readonly broken: readonly Readonly<Record<string, string>>[];
  readonly fine?: readonly Readonly<Record<string, string>>[];
}[] = [
  {
    says: "every file lies in a room",
    rule: rules.everyFileIsInARoom,
    broken: [{ "src/money.ts": "" }, { "src/wages/a.ts": "" }],
    fine: [{ "src/index.ts": "" }],
  },
  {
    says: "imports go down the list of rooms, and models do not know one another",
    rule: rules.importsGoDown,
    broken: [
      { "src/exact/a.ts": 'import { b } from "../policy/b.js";' },
      { "src/exact/a.ts": 'import type { B } from "../policy/b.js";' },
      { "src/exact/a.ts": 'export * from "../policy/b.js";' },
      { "src/exact/a.ts": 'type B = import("../policy/b.js").B;' },
      { "src/exact/a.ts": 'const b = await import("../policy/b.js");' },
      { "src/models/world/a.ts": 'import { b } from "../partial/b.js";' },
      { "src/models/shared.ts": 'import { b } from "./partial/b.js";' },
      { "src/policy/a.ts": 'import { b } from "../index.js";' },
      { "src/policy/a.ts": 'import { b } from "../../test/b.js";' },
    ],
    fine: [
      { "src/models/world/a.ts": 'import { b } from "../shared.js"; import { c } from "./c.js";' },
      { "src/january2025/a.ts": 'import { b } from "../models/world/b.js";' },
      { "src/index.ts": 'export { b } from "./present/b.js";' },
    ],
  },
  {
    says: "relative imports resolve and end in .js",
    rule: rules.importsResolve,
    broken: [
      { "src/exact/a.ts": 'import { b } from "./b.js";' },
      { "src/exact/a.ts": 'import { b } from "./b";', "src/exact/b.ts": "" },
      { "src/exact/a.ts": 'import { b } from "./b.ts";', "src/exact/b.ts": "" },
    ],
    fine: [{ "src/exact/a.ts": 'import { b } from "./b.js";', "src/exact/b.ts": "" }],
  },
  {
    says: "files form no cycle",
    rule: rules.noCycles,
    broken: [
      { "src/exact/a.ts": 'import "./b.js";', "src/exact/b.ts": 'import "./a.js";' },
      { "src/exact/a.ts": 'import type { A } from "./a.js";' },
      {
        "src/exact/a.ts": 'import "./b.js";',
        "src/exact/b.ts": 'import type { C } from "./c.js";',
        "src/exact/c.ts": 'export * from "./a.js";',
      },
    ],
    fine: [
      {
        "src/exact/a.ts": 'import "./b.js"; import "./c.js";',
        "src/exact/b.ts": 'import "./c.js";',
        "src/exact/c.ts": "",
      },
    ],
  },
  {
    says: "src uses the packages it depends on, each from its place, and nothing of Node",
    rule: rules.packagesAreKnown,
    broken: [
      { "src/trade/a.ts": 'import { readFileSync } from "node:fs";' },
      { "src/trade/a.ts": 'import { createRequire } from "node:module";' },
      { "src/trade/a.ts": 'import { readFileSync } from "fs";' },
      { "src/trade/a.ts": 'import { z } from "zod";' },
      { "src/trade/a.ts": 'import { Decimal } from "decimal.js";' },
    ],
    fine: [{ "src/trade/a.ts": 'import * as z from "zod/mini";' }],
  },
  {
    says: "only define… functions load zod",
    rule: rules.zodIsBehindDefine,
    broken: [
      { "src/trade/readFlows.ts": 'import * as z from "zod/mini";' },
      {
        "src/trade/defineBaseline.ts": 'import "./readFlows.js"; import "./baselineSchema.js"',
        "src/trade/readFlows.ts": 'import "./baselineSchema.js";',
        "src/trade/baselineSchema.ts": 'import * as z from "zod/mini";',
      },
      {
        "src/index.ts": 'export * from "./trade/baselineSchema.js";',
        "src/trade/baselineSchema.ts": 'import * as z from "zod/mini";',
      },
    ],
    fine: [
      {
        "src/index.ts": 'export * from "./trade/defineBaseline.js";',
        "src/january2025/scenarios.ts": 'import "../trade/defineBaseline.js";',
        "src/trade/defineBaseline.ts": 'import "./baselineSchema.js"',
        "src/trade/baselineSchema.ts": 'import * as z from "zod/mini";',
        "src/trade/flows.ts": 'import type { A } from "./baselineSchema.js";',
      },
    ],
  },
  {
    says: "models and exact reach decimal.js and no other package",
    rule: rules.formulasLoadDecimalOnly,
    broken: [
      { "src/exact/a.ts": 'import Papa from "d3-random";' },
      {
        "src/models/world/a.ts": 'import "../../trade/defineBaseline.js";',
        "src/trade/defineBaseline.ts": 'export * from "./schema.js";',
        "src/trade/schema.ts": 'import * as z from "zod/mini";',
      },
    ],
    fine: [
      {
        "src/models/world/a.ts":
          'import type { B } from "../../trade/schema.js"; import "../../exact/rate.js";',
        "src/exact/rate.ts": 'import { Decimal } from "decimal.js";',
        "src/trade/schema.ts": 'import * as z from "zod/mini";',
      },
    ],
  },
  {
    says: "src is pure",
    rule: rules.srcIsPure,
    broken: [
      "Date.now();",
      "new Date(0);",
      "new Date;",
      "Date();",
      "Math.random();",
      "const draw = Math.random;",
      'Math["random"]();',
      "process.env;",
      'process["env"];',
      "globalThis.fetch;",
      'fetch("x");',
      'console.log("x");',
      "Decimal.set({ precision: 5 });",
      "Decimal.config({ precision: 5 });",
      'eval("1");',
      'new Function("1");',
      'Function("1");',
      "performance.now();",
      "crypto.randomUUID();",
      'require("x");',
      "import.meta.url;",
      "(1).toLocaleString();",
      '"a".localeCompare("b");',
    ].map((text) => ({ "src/exact/a.ts": text })),
    fine: [
      '/** Prints with console.log(new Date(Date.now())). */ const text = "Math.random()";',
      "Date.UTC(2025, 1, 1); Math.max(1, 2); Decimal.clone({}); clock.now();",
      'const rates = { process: 1, console: 2, fetch: 3 }; rates.process; (1).toLocaleString("en");',
    ].map((text) => ({ "src/exact/a.ts": text })),
  },
  {
    says: "src has no default exports",
    rule: rules.noDefaultExports,
    broken: [
      { "src/exact/a.ts": "export default 1;" },
      { "src/exact/a.ts": "export default function a() {}" },
      { "src/exact/a.ts": "const a = 1; export { a as default };" },
    ],
    fine: [{ "src/exact/a.ts": 'import Papa from "d3-random"; export const a = Papa;' }],
  },
  {
    says: "no folder or file is called utils, common, misc or helpers",
    rule: rules.foldersHaveASubject,
    broken: [
      { "src/exact/utils/a.ts": "" },
      { "src/common/a.ts": "" },
      { "src/misc/a.ts": "" },
      { "src/trade/helpers.ts": "" },
    ],
    fine: [{ "src/trade/commonMarket.ts": "" }],
  },
  {
    says: "no file is longer than 200 lines without a reason",
    rule: rules.filesAreShort,
    broken: [{ "src/exact/a.ts": "a;\n".repeat(201) }],
    fine: [{ "src/exact/a.ts": "a;\n".repeat(200), "src/data/trade/figures.ts": "a;\n".repeat(999) }],
  },
  { says: "the list of long files is up to date", rule: rules.longFilesAreLong, broken: [] },
];

describe.each(cases)("house rule: $says", ({ rule, broken, fine = [] }) => {
  it("holds in src", () => expect(rule(sources)).toEqual([]));
  it.each(broken.map(named))("is broken by %s", (_, texts) => expect(rule(files(texts))).toHaveLength(1));
  it.each(fine.map(named))("is not broken by %s", (_, texts) => expect(rule(files(texts))).toEqual([]));
});

it("reads the files of src", () => expect(sources.length).toBeGreaterThan(5));
