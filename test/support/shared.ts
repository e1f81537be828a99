import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import Papa from "papaparse";

const place = (path: string) => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url));

/** Whether a file of the shared folder is there, and what a test says that is skipped because it is not. */
export function sharedFile(path: string) {
  const present = existsSync(place(path));
  return { present, title: present ? "" : ` (skipped: ../shared/${path} is absent)` };
}

/** The rows of a shared CSV file, by column. */
export function readCsv(path: string): Record<string, string>[] {
  const { data, errors } = Papa.parse<Record<string, string>>(readFileSync(place(path), "utf8").trim(), {
    header: true,
  });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  return data;
}

/** A shared JSON file. */
export const readJson = (path: string): unknown => JSON.parse(readFileSync(place(path), "utf8"));
