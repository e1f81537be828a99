import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** A text file of the project, with its path from the root in forward slashes. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Reads one file of the project. */
export const readSource = (path: string): Source => ({ path, text: readFileSync(join(root, path), "utf8") });

/** Lists all files under a folder of the project, in the order of their names; none when it is absent. */
export function listFiles(folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  return entries
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? listFiles(path) : [path];
    })
    .sort();
}

/** Reads all TypeScript files of src. */
export const readSrc = (): Source[] =>
  listFiles("src")
    .filter((path) => path.endsWith(".ts"))
    .map(readSource);

/** The names of the bundled data sets: the folders of src/data that have an index.ts. */
export const dataSets = (): string[] =>
  listFiles("src/data").flatMap((path) => /^src\/data\/([^/]+)\/index\.ts$/.exec(path)?.[1] ?? []);
