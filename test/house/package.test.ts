import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { entries } from "../consumers/program.js";
import { publintMessages, typeProblems } from "../consumers/published.js";
import {
  ask,
  bundle,
  errorNameOf,
  exportNames,
  type Installed,
  install,
  medianStart,
  staleness,
} from "./tarball.js";

/** What users bundle, and how large it may get: minified, compressed with brotli, kB of 1000 bytes. */
const sizes: readonly {
  readonly name: string;
  readonly code: string;
  readonly ceiling: number;
  /** Rooms and packages of which nothing may be left in the bundle. */
  readonly without: readonly string[];
}[] = [
  { name: "everything", code: 'export * from "tariff-whatif";', ceiling: 93, without: [] },
  {
    name: "one class",
    code: 'export { TariffError } from "tariff-whatif";',
    ceiling: 5,
    without: ["rooms/zod.js", "node_modules/decimal.js/"],
  },
  {
    name: "one formula",
    code: 'export { dutyOn } from "tariff-whatif";',
    ceiling: 14,
    without: ["rooms/zod.js"],
  },
  {
    name: "the rate of a policy",
    code: 'export { appliedRate } from "tariff-whatif";',
    // 16 until dates became periods: successive rates are refused, and a ceiling says who gives way.
    // 17 until the language had amounts per unit, seasons, quotas, facts and formulas, and the units to convert.
    // 25 until messages named the nearest spelling.
    ceiling: 26,
    without: ["rooms/zod.js"],
  },
  {
    name: "the accounting model",
    code: 'export { accounting } from "tariff-whatif";',
    // 22 until outcomes carried their scope, the days in force and averages over a period.
    // 25 until it stood on columns with exact sums, the wider language, and could be asked for its working.
    // 35 until it took duties per unit at the unit value of the baseline, and products by runs of codes.
    ceiling: 38,
    without: ["rooms/zod.js"],
  },
];

let installed: Installed;

beforeAll(() => {
  const stale = staleness();
  if (stale !== undefined) throw new Error(stale);
  installed = install();
});
afterAll(() => installed?.remove());

describe("the packed package", () => {
  it("holds the build, its papers and nothing else", () => {
    const allowed =
      /^(dist\/.+\.(js|d\.ts)|dist\/schemas\/[a-z]+\.json|dist\/cjs\/package\.json|dist\/THIRD-PARTY-LICENCES\.txt|package\.json|README\.md|LICENSE|CHANGELOG\.md|docs\/.+\.md|docs\/pictures\/[a-z-]+\.svg|examples\/[^/]+\.ts)$/;
    expect(installed.files.filter((path) => !allowed.test(path) || /\.(test|map)\b/.test(path))).toEqual([]);
    expect(installed.files).toContain("dist/esm/index.js");
    expect(installed.files).toContain("docs/guides/first-steps.md");
    expect(installed.files).toContain("examples/run.ts");
    expect(installed.files).toContain("dist/cjs/index.d.ts");
  });

  it("has a command that answers", () => {
    const command = `${installed.project}/node_modules/tariff-whatif/dist/cli/main.js`;
    const words = ["run", "@china-10", "--model", "accounting", "--format", "csv"];
    const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...words], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(",additionalDuties,imports of the United States,42942583500,");
    const schema = spawnSync(process.execPath, [command, "schema", "scenario"], { encoding: "utf8" });
    expect([schema.status, schema.stderr]).toEqual([0, ""]);
    expect(JSON.parse(schema.stdout)).toMatchObject({ title: "A scenario" });
  });

  it("has nothing that publint reports", async () => {
    expect(await publintMessages(installed.tarball)).toEqual([]);
  });

  it("has types that are right for every way to import it", async () => {
    expect(await typeProblems(installed.tarball)).toEqual([]);
  });

  it.each(entries)("%s exports the same names to import and to require", (entry) => {
    const names = exportNames(installed.project, entry, "import");
    expect(names.length).toBeGreaterThan(0);
    expect(exportNames(installed.project, entry, "require")).toEqual(names);
  });

  it.each(["import", "require"] as const)("checks with zod after %s", (how) => {
    const call = "defineBaseline({})";
    expect(errorNameOf(installed.project, "tariff-whatif", call, how)).toBe("TariffError");
  });

  it("throws errors that are instances of the class in either copy", () => {
    const checks = `await (async () => {
      const { createRequire } = await import("node:module");
      const other = createRequire(process.cwd() + "/x.js")("tariff-whatif");
      const thrown = (copy) => { try { copy.parseRate("25") } catch (error) { return error } };
      class Own extends entry.TariffError {}
      return JSON.stringify([
        entry.TariffError === other.TariffError,
        thrown(entry) instanceof other.TariffError,
        thrown(other) instanceof entry.TariffError,
        new Error("x") instanceof entry.TariffError,
        thrown(other) instanceof Own,
        thrown(entry) instanceof Own,
      ]);
    })()`;
    expect(ask(installed.project, "tariff-whatif", checks, "import")).toBe(
      "[false,true,true,false,false,false]",
    );
  });

  it.each(sizes)("$name takes less than $ceiling kB", async ({ name, code, ceiling, without }) => {
    const { kB, inputs } = await bundle(installed.project, code);
    console.log(`${name}: ${kB.toFixed(1)} of ${ceiling} kB`);
    expect(kB).toBeLessThan(ceiling);
    expect(inputs.filter((path) => without.some((each) => path.includes(each)))).toEqual([]);
  });

  it("names its error in what Node prints of one that nobody caught", () => {
    for (const how of ["import", "require"] as const) {
      expect(() => ask(installed.project, "tariff-whatif", 'entry.parseRate("25")', how)).toThrow(
        /\n\s*throw |TariffError: .*not-a-rate/,
      );
      expect(() => ask(installed.project, "tariff-whatif", 'entry.parseRate("25")', how)).not.toThrow(
        /_TariffError/,
      );
    }
  });

  it("is required nearly as fast as it is imported", () => {
    const bare = medianStart(installed.project, "", 5);
    const imported = medianStart(installed.project, 'import "tariff-whatif";', 5) - bare;
    const required =
      medianStart(
        installed.project,
        'import { createRequire } from "node:module"; createRequire(process.cwd() + "/x.js")("tariff-whatif");',
        5,
      ) - bare;
    console.log(
      `over Node's own ${bare.toFixed(0)} ms: import ${imported.toFixed(0)} ms, require ${required.toFixed(0)} ms`,
    );
    // The ratio is a figure of the bench; beside other work a process start varies more than the whole difference.
    expect(required).toBeLessThan(1.3 * imported + bare);
  });
});

describe("the check of the package", () => {
  it("sees a package that is left in a bundle", async () => {
    const { kB, inputs } = await bundle(installed.project, 'export { Decimal } from "decimal.js";');
    expect(inputs.some((path) => path.includes("node_modules/decimal.js/"))).toBe(true);
    expect(kB).toBeGreaterThan(5);
  });

  it("sees an entry that cannot be loaded", () => {
    expect(() => exportNames(installed.project, "tariff-whatif/nothing", "import")).toThrow("fails");
    expect(() => exportNames(installed.project, "tariff-whatif/nothing", "require")).toThrow("fails");
  });
});
