import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogue } from "./catalogue.js";
import { fuzz } from "./fuzz.js";

const root = new URL("../../", import.meta.url);

/** The sources behind the entries of the package; those of data sets have no functions. */
function publicEntries(): string[] {
  const { exports } = JSON.parse(readFileSync(new URL("package.json", root), "utf8")) as {
    exports: Record<string, string | { import: { types: string } }>;
  };
  return Object.values(exports).flatMap((entry) => {
    if (typeof entry === "string" || entry.import.types.includes("*")) return [];
    const path = entry.import.types.replace("./dist/esm/", "src/").replace(".d.ts", ".ts");
    return [new URL(path, root).pathname];
  });
}

/** Classes are made by the package and only looked at by others. */
const errors = ["TariffError", "ReadError"];

describe("the fuzzer", () => {
  it("knows every public function", async () => {
    const known = new Set(catalogue.map(({ name }) => name.split(/[ ,]/)[0]));
    const missing: string[] = [];
    for (const entry of publicEntries()) {
      const exported = Object.entries((await import(entry)) as Record<string, unknown>);
      for (const [name, value] of exported)
        if (typeof value === "function" && !known.has(name) && !errors.includes(name)) missing.push(name);
    }
    expect(missing).toEqual([]);
  });

  it("starts from arguments that every function takes", async () => {
    for (const { name, run, args } of catalogue) {
      await expect((async () => run(...(args() as never[])))(), name).resolves.not.toThrow();
    }
  });

  // npm run fuzz makes a million calls; this is what fits into a suite.
  it("finds nothing in the time of a suite", async () => {
    const { calls, findings } = await fuzz({ count: 30_000, seed: 20250201, until: Date.now() + 30_000 });
    expect(findings.map(({ name, wrong, told }) => `${name} ${wrong}: ${told}`)).toEqual([]);
    expect(calls).toBeGreaterThan(100);
  });
});
