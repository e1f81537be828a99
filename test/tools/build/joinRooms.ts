/**
 * Joins the files of each room into one, as ES modules and as CommonJS. Node takes a fifth of a millisecond for each file
 * it loads; a bundler drops a room that is not used as a whole, and within a room whatever nothing reads. What
 * little is used of zod and the random numbers is copied in: no peer to install, none to clash with.
 */
import { existsSync, readdirSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type OutputOptions, type Plugin, rollup } from "rollup";

/** What is copied into the package, with its licence. */
const inlined = ["zod", "d3-random", "pure-rand"];

/** What the file for browsers holds besides. */
const ofTheBrowserFile = ["decimal.js"];

/** What the command line is bundled with; each brings a licence along too. */
const ofTheCommand = [
  "commander",
  "cli-progress",
  "jsonc-parser",
  "picocolors",
  "string-width",
  "strip-ansi",
  "ansi-regex",
  "emoji-regex",
  "is-fullwidth-code-point",
];

/** The entries that stand, as rollup wants them: the file in dist, and the file it is made from. */
function entriesOf(folder: string): Record<string, string> {
  const rooms = [
    "",
    "law",
    "realised",
    "entry",
    "readers",
    "parameters",
    "formulas",
    "uncertainty",
    "sql",
    "schemas",
  ];
  const models = ["prices", "world", "sectors"].map((model) => `models/${model}`);
  const sets = readdirSync(join(folder, "data"));
  const all = [...rooms, ...models, ...sets.map((set) => `data/${set}`)];
  return Object.fromEntries(
    all
      .map((path) => [join(path, "index"), join(folder, path, "index.js")] as const)
      .filter(([, file]) => existsSync(file)),
  );
}

/** Where the ES module of a package stands. */
const resolveImport = (id: string): string => fileURLToPath(import.meta.resolve(id));

const takeIn: Plugin = {
  name: "take-in",
  resolveId: (id) => (inlined.includes(id.split("/")[0] as string) ? resolveImport(id) : null),
};

/** The file of a module: its room, a model for itself; entries and data stand alone. */
function roomOf(folder: string, id: string): string | undefined {
  const own = relative(resolve(folder), id).split(sep);
  if (own[0] === "..") {
    const name = inlined.find((each) => id.includes(`${sep}node_modules${sep}${each}${sep}`));
    return name === undefined ? undefined : `rooms/${name}`;
  }
  if (own.at(-1) === "index.js" || own[0] === "data") return undefined;
  if (own[0] === "internal" && own[1] === "zod") return "rooms/doors";
  if (own[0] === "models" && own.length > 2) return `rooms/${own[1]}`;
  return `rooms/${own[0]}`;
}

/** Writes `dist/esm` and `dist/cjs` from the files of a folder, and the licences of what was copied in. */
export async function joinRooms(folder: string): Promise<void> {
  const bundle = await rollup({
    input: entriesOf(folder),
    external: (id) => /^(decimal\.js|node:)/.test(id),
    plugins: [takeIn],
    treeshake: { moduleSideEffects: false },
    onwarn: (warning) => {
      // zod's own comments and cycles are zod's.
      if (
        /^(INVALID_ANNOTATION|CIRCULAR_DEPENDENCY)$/.test(warning.code ?? "") &&
        /zod/.test(warning.message)
      )
        return;
      throw new Error(`${warning.code}: ${warning.message}`);
    },
  });
  const shared: OutputOptions = {
    entryFileNames: "[name].js",
    chunkFileNames: "[name].js",
    manualChunks: (id) => roomOf(folder, id),
    hoistTransitiveImports: false,
    minifyInternalExports: false,
  };
  await bundle.write({ ...shared, format: "esm", dir: "dist/esm" });
  await bundle.write({ ...shared, format: "cjs", dir: "dist/cjs", exports: "named", interop: "auto" });
  await bundle.close();
  await writeFile("dist/cjs/package.json", '{ "type": "commonjs" }\n');
  const texts = [...inlined, ...ofTheBrowserFile, ...ofTheCommand].map(async (name) => {
    const file = (await readdir(`node_modules/${name}`)).find((each) => /^licen[cs]e/i.test(each));
    return `${name}\n\n${await readFile(`node_modules/${name}/${file}`, "utf8")}`;
  });
  await writeFile("dist/THIRD-PARTY-LICENCES.txt", (await Promise.all(texts)).join("\n\n"));
}
