import { execFileSync, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { createPackageFromTarballData } from "@arethetypeswrong/core";
import { build, type Metafile } from "esbuild";
import { listFiles, root } from "./sources.js";

/** The packed package, and a project that has it installed beside the packages it needs. */
export interface Installed {
  /** The folder of the project. */
  readonly project: string;
  /** The tarball as npm would publish it. */
  readonly tarball: Uint8Array;
  /** The paths in the tarball. */
  readonly files: readonly string[];
  /** Removes the project. */
  readonly remove: () => void;
}

/** Says what is older in dist than in src; undefined when the build is up to date. */
export function staleness(): string | undefined {
  const changed = (path: string): number =>
    existsSync(join(root, path)) ? statSync(join(root, path)).mtimeMs : 0;
  const built = Math.min(changed("dist/esm/index.js"), changed("dist/cjs/index.js"));
  for (const path of listFiles("src").filter((each) => each.endsWith(".ts"))) {
    if (built < changed(path)) return `${path} is newer than its build: run npm run build`;
    // The command line is one file and has no types.
    if (path.startsWith("src/cli/")) continue;
    const types = `dist/esm/${path.replace(/^src\//, "").replace(/\.ts$/, ".d.ts")}`;
    if (changed(types) === 0) return `${types} is missing: run npm run build`;
  }
  return undefined;
}

/** Packs what `npm run build` left in dist, and unpacks it into a new project. */
export function install(): Installed {
  // A folder deeper, so that what consumers write beside the project goes with it.
  const outer = mkdtempSync(join(tmpdir(), "tariff-whatif-"));
  const project = join(outer, "project");
  mkdirSync(project);
  const arguments_ = ["pack", "--json", "--ignore-scripts", "--silent", "--pack-destination", project];
  const answer = execFileSync("npm", arguments_, { cwd: root, encoding: "utf8" });
  const [packed] = JSON.parse(answer) as { filename: string; files: { path: string }[] }[];
  if (!packed) throw new Error("npm pack packed nothing.");
  const tarball = new Uint8Array(readFileSync(join(project, packed.filename)));
  const unpacked = createPackageFromTarballData(tarball);
  for (const path of unpacked.listFiles()) {
    const target = join(project, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, unpacked.readFile(path));
  }
  symlinkSync(join(root, "node_modules/decimal.js"), join(project, "node_modules/decimal.js"), "junction");
  writeFileSync(join(project, "package.json"), '{ "name": "consumer", "private": true }\n');
  return {
    project,
    tarball,
    files: packed.files.map(({ path }) => path),
    remove: () => rmSync(outer, { recursive: true, force: true }),
  };
}

/** What a Node process of its own prints for an expression over `entry`, the entry imported or required. */
export function ask(
  project: string,
  specifier: string,
  expression: string,
  how: "import" | "require",
): string {
  const load = how === "import" ? `await import("${specifier}")` : `require("${specifier}")`;
  const code = `const entry = ${load}; console.log(${expression})`;
  const type = how === "import" ? "module" : "commonjs";
  const child = spawnSync(process.execPath, [`--input-type=${type}`, "-e", code], {
    cwd: project,
    encoding: "utf8",
  });
  if (child.status !== 0) throw new Error(`${how} of ${specifier} fails: ${child.stderr}`);
  return child.stdout.trim();
}

/** The sorted names that an entry exports. */
export function exportNames(project: string, specifier: string, how: "import" | "require"): string[] {
  const names = 'JSON.stringify(Object.keys(entry).filter((name) => name !== "default").sort())';
  return JSON.parse(ask(project, specifier, names, how)) as string[];
}

/** The name of the error that a call of an entry's function throws. */
export const errorNameOf = (project: string, specifier: string, call: string, how: "import" | "require") =>
  ask(project, specifier, `(() => { try { entry.${call} } catch (error) { return error.name } })()`, how);

/** Bundles code as for a browser; gives its size in kB of 1000 bytes, minified and compressed, and what went in. */
export async function bundle(project: string, code: string): Promise<{ kB: number; inputs: string[] }> {
  const result = await build({
    stdin: { contents: code, resolveDir: project },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  const text = result.outputFiles[0]?.contents ?? new Uint8Array();
  return { kB: brotliCompressSync(text).length / 1000, inputs: usedInputs(result.metafile) };
}

/** The files of which something is left in the bundle. */
const usedInputs = ({ outputs }: Metafile): string[] =>
  Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? path : [])),
  );

/** The median time a new Node process needs to run code, in milliseconds. */
export function medianStart(project: string, code: string, runs: number): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    const child = spawnSync(process.execPath, ["--input-type=module", "-e", code], { cwd: project });
    if (child.status !== 0) throw new Error(String(child.stderr));
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
