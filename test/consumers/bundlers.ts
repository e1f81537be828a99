import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { nodeFileTrace } from "@vercel/nft";
import { build as esbuild } from "esbuild";
import { rollup } from "rollup";
import { build as vite } from "vite";
import webpack from "webpack";
import { root } from "../house/sources.js";

/** Runs a file in a Node process of its own; gives what it printed, or what it complained of. */
export function run(file: string, node = process.execPath): string {
  const child = spawnSync(node, [file], { cwd: dirname(file), encoding: "utf8" });
  return child.status === 0 ? child.stdout.trim() : child.stderr;
}

/** A folder beside the project where nothing is installed, so that a bundle has to hold all it needs. */
function folder(project: string, name: string): string {
  const path = join(project, "..", name);
  mkdirSync(path, { recursive: true });
  return path;
}

/** Traces or bundles app.mjs of a project that has the package installed; gives the file to run. */
export type Bundler = (project: string) => Promise<string>;

const traced: Bundler = async (project) => {
  const { fileList } = await nodeFileTrace([join(project, "app.mjs")], { base: "/" });
  const target = folder(project, "nft");
  for (const path of fileList) {
    mkdirSync(dirname(join(target, path)), { recursive: true });
    cpSync(join("/", path), join(target, path), { recursive: true, verbatimSymlinks: true });
  }
  return join(target, project, "app.mjs");
};

const byEsbuild =
  (format: "esm" | "cjs"): Bundler =>
  async (project) => {
    const outfile = join(folder(project, `esbuild-${format}`), format === "esm" ? "app.mjs" : "app.cjs");
    await esbuild({
      entryPoints: [join(project, "app.mjs")],
      bundle: true,
      format,
      platform: "neutral",
      mainFields: ["module", "main"],
      outfile,
      logLevel: "error",
    });
    return outfile;
  };

const byWebpack: Bundler = async (project) => {
  const path = folder(project, "webpack");
  await new Promise<void>((done, fail) =>
    webpack(
      {
        mode: "production",
        context: project,
        entry: "./app.mjs",
        target: "web",
        output: { path, filename: "app.cjs" },
        performance: false,
      },
      (error, stats) => (error || stats?.hasErrors() ? fail(error ?? new Error(stats?.toString())) : done()),
    ),
  );
  return join(path, "app.cjs");
};

/** With nothing but a resolver, so that no plugin can mend what the package gets wrong. */
const byRollup: Bundler = async (project) => {
  const require = createRequire(join(project, "app.mjs"));
  const resolveId = (id: string): string | null => {
    if (!/^(tariff-whatif|decimal\.js)/.test(id)) return null;
    if (id === "decimal.js") return join(dirname(require.resolve(id)), "decimal.mjs");
    return require.resolve(id).replace("/dist/cjs/", "/dist/esm/");
  };
  const bundle = await rollup({
    input: join(project, "app.mjs"),
    plugins: [{ name: "resolve", resolveId }],
    onwarn: (warning) => {
      throw new Error(warning.message);
    },
  });
  const file = join(folder(project, "rollup"), "app.mjs");
  await bundle.write({ file, format: "esm" });
  return file;
};

const byVite: Bundler = async (project) => {
  const outDir = folder(project, "vite");
  await vite({
    root: project,
    configFile: false,
    logLevel: "error",
    build: {
      outDir,
      emptyOutDir: true,
      rollupOptions: { input: join(project, "app.mjs"), output: { entryFileNames: "app.mjs" } },
    },
  });
  return join(outDir, "app.mjs");
};

const byBun: Bundler = async (project) => {
  const outdir = folder(project, "bun");
  const built = spawnSync(
    join(root, "node_modules/.bin/bun"),
    ["build", "app.mjs", "--target", "browser", "--outdir", outdir],
    { cwd: project, encoding: "utf8" },
  );
  if (built.status !== 0 || /error/i.test(built.stderr)) throw new Error(built.stderr);
  const file = readdirSync(outdir).find((name) => name.startsWith("app.")) ?? "app.js";
  writeFileSync(join(outdir, "app.mjs"), readFileSync(join(outdir, file)));
  return join(outdir, "app.mjs");
};

/** Every bundler by the name it is known under. */
export const bundlers: Readonly<Record<string, Bundler>> = {
  "nft trace": traced,
  "esbuild esm": byEsbuild("esm"),
  "esbuild cjs": byEsbuild("cjs"),
  webpack: byWebpack,
  Rollup: byRollup,
  Vite: byVite,
  bun: byBun,
};
