import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { amount } from "./program.js";

const body = `
test("a test of a consumer", () => {
  const scenario = bind(januaryScenarios.europeanUnion, { euRate: "10%" });
  const outcome = accounting({ baseline: usImports2024, scenario });
  expect(outcome.total.additionalDuties.amount).toBe("${amount}");
  expect(JSON.parse(JSON.stringify(outcome))).toEqual(outcome);
  expect(() => parseRate("25")).toThrow(TariffError);
});
`;
const names = "accounting, bind, januaryScenarios, parseRate, TariffError";

const imported = `import { ${names} } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
${body}`;
const required = `const { ${names} } = require("tariff-whatif");
const { usImports2024 } = require("tariff-whatif/data/us-imports-2024");
${body}`;

function runTests(project: string, words: readonly string[]): void {
  const child = spawnSync(process.execPath, words, {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, CI: "1" },
  });
  const said = child.stdout + child.stderr;
  // A runner that finds no test must not pass.
  if (child.status !== 0 || !/1 passed/.test(said)) throw new Error(said.slice(-2000));
}

/** Vitest runs a test that imports the package. */
export function byVitest(project: string): void {
  writeFileSync(join(project, "app.test.mjs"), `import { expect, test } from "vitest";\n${imported}`);
  runTests(project, ["node_modules/vitest/vitest.mjs", "run", "--no-color"]);
}

/** Jest runs a test that requires the package, as it does without further settings. */
export function byJest(project: string): void {
  writeFileSync(join(project, "app.test.js"), required);
  runTests(project, ["node_modules/jest/bin/jest.js"]);
}

/** Jest runs a test that imports the package, as Node's own modules. */
export function byJestAsModules(project: string): void {
  writeFileSync(join(project, "app.test.mjs"), imported);
  writeFileSync(join(project, "jest.config.json"), '{ "testMatch": ["**/*.test.mjs"], "transform": {} }');
  runTests(project, ["--experimental-vm-modules", "node_modules/jest/bin/jest.js"]);
}
