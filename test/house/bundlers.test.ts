import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { nodeFileTrace } from "@vercel/nft";
import { build as esbuild } from "esbuild";
import { rollup } from "rollup";
import { accounting, bind, januaryScenarios } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { build as vite } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import webpack from "webpack";
import { root } from "./sources.js";
import { type Installed, install, staleness } from "./tarball.js";

/** What each bundle must print: a number by way of the doors, the data and a model. */
const consumer = `
import { accounting, bind, parseScenario, januaryScenarios } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { smart } from "tariff-whatif/formulas";
const scenario = bind(parseScenario(JSON.parse(JSON.stringify(januaryScenarios.europeanUnion))), { euRate: "10%" });
console.log(accounting({ baseline: usImports2024, scenario }).total.additionalDuties.amount, typeof smart);
`;
const europe = bind(januaryScenarios.europeanUnion, { euRate: "10%" });
const printed = `${accounting({ baseline: usImports2024, scenario: europe }).total.additionalDuties.amount} function`;

let installed: Installed;
beforeAll(() => {
  const stale = staleness();
  if (stale !== undefined) throw new Error(stale);
  installed = install();
  writeFileSync(join(installed.project, "app.mjs"), consumer);
});
afterAll(() => installed?.remove());

function run(file: string, cwd = dirname(file)): string {
  const child = spawnSync(process.execPath, [file], { cwd, encoding: "utf8" });
  return child.status === 0 ? child.stdout.trim() : child.stderr;
}

/** A folder of the consumer's project where nothing is installed, so that a bundle has to hold all it needs. */
function folder(name: string): string {
  const path = join(installed.project, "..", `${installed.project.split("/").at(-1)}-${name}`);
  mkdirSync(path, { recursive: true });
  return path;
}

describe("a consumer that is traced or bundled", () => {
  it("runs from what a tracer found", async () => {
    const { fileList } = await nodeFileTrace([join(installed.project, "app.mjs")], { base: "/" });
    const target = folder("nft");
    for (const path of fileList) {
      mkdirSync(dirname(join(target, path)), { recursive: true });
      cpSync(join("/", path), join(target, path), { recursive: true, verbatimSymlinks: true });
    }
    expect(run(join(target, installed.project, "app.mjs"))).toBe(printed);
  });

  it.each(["esm", "cjs"] as const)("runs when esbuild bundles it as %s", async (format) => {
    const outfile = join(folder(`esbuild-${format}`), format === "esm" ? "app.mjs" : "app.cjs");
    await esbuild({
      entryPoints: [join(installed.project, "app.mjs")],
      bundle: true,
      format,
      platform: "neutral",
      mainFields: ["module", "main"],
      outfile,
      logLevel: "error",
    });
    expect(run(outfile)).toBe(printed);
  });

  it("runs when webpack bundles it", async () => {
    const path = folder("webpack");
    await new Promise<void>((done, fail) =>
      webpack(
        {
          mode: "production",
          context: installed.project,
          entry: "./app.mjs",
          target: "web",
          output: { path, filename: "app.cjs" },
          performance: false,
        },
        (error, stats) =>
          error || stats?.hasErrors() ? fail(error ?? new Error(stats?.toString())) : done(),
      ),
    );
    expect(run(join(path, "app.cjs"))).toBe(printed);
  });

  it("runs when Rollup bundles it, with nothing but a resolver", async () => {
    const require = createRequire(join(installed.project, "app.mjs"));
    const conditions = (id: string): string | null => {
      if (!/^(tariff-whatif|decimal\.js)/.test(id)) return null;
      if (id === "decimal.js") return join(dirname(require.resolve(id)), "decimal.mjs");
      return require.resolve(id).replace("/dist/cjs/", "/dist/esm/");
    };
    const bundle = await rollup({
      input: join(installed.project, "app.mjs"),
      plugins: [{ name: "resolve", resolveId: conditions }],
      onwarn: (warning) => {
        throw new Error(warning.message);
      },
    });
    const file = join(folder("rollup"), "app.mjs");
    await bundle.write({ file, format: "esm" });
    expect(run(file)).toBe(printed);
  });

  it("runs when Vite builds it for a browser", async () => {
    const outDir = folder("vite");
    await vite({
      root: installed.project,
      configFile: false,
      logLevel: "error",
      build: {
        outDir,
        emptyOutDir: true,
        rollupOptions: { input: join(installed.project, "app.mjs"), output: { entryFileNames: "app.mjs" } },
      },
    });
    expect(run(join(outDir, "app.mjs"))).toBe(printed);
  });

  it("runs when bun builds it for a browser", () => {
    const outdir = folder("bun");
    const bun = join(root, "node_modules/.bin/bun");
    const built = spawnSync(bun, ["build", "app.mjs", "--target", "browser", "--outdir", outdir], {
      cwd: installed.project,
      encoding: "utf8",
    });
    expect(built.stderr).not.toMatch(/error/i);
    const [file = ""] = readdirSync(outdir);
    writeFileSync(join(outdir, "app.mjs"), readFileSync(join(outdir, file)));
    expect(run(join(outdir, "app.mjs"))).toBe(printed);
  });
});

describe("a consumer's compiler", () => {
  const code = `
import { accounting, januaryScenarios, definePolicy, defineScenario, type Scenario } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { uncertainty } from "tariff-whatif/uncertainty";
import { calibrateWorld } from "tariff-whatif/world";
import { smart } from "tariff-whatif/formulas";
export const outcome = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 });
export const all = [definePolicy, defineScenario, uncertainty, calibrateWorld, smart];
export type Any = Scenario;
`;
  it.each(["node16", "nodenext", "bundler"] as const)(
    "takes the types with %s resolution, without DOM types, node types or skipLibCheck",
    (resolution) => {
      const target = join(installed.project, `types-${resolution}.mts`);
      writeFileSync(target, code);
      const module = resolution === "bundler" ? "esnext" : resolution;
      const compilerOptions = {
        noEmit: true,
        strict: true,
        skipLibCheck: false,
        lib: ["es2022"],
        types: [],
        target: "es2022",
        module,
        moduleResolution: resolution,
      };
      const config = join(installed.project, `tsconfig.${resolution}.json`);
      writeFileSync(config, JSON.stringify({ compilerOptions, files: [target] }));
      const child = spawnSync(
        process.execPath,
        [join(root, "node_modules/typescript/bin/tsc"), "-p", config],
        {
          cwd: installed.project,
          encoding: "utf8",
        },
      );
      expect(child.stdout).toBe("");
    },
  );
});
