import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "vitest";

const root = new URL("../../../shared/", import.meta.url);
/** Small cases that every clone has. */
export const carried = new URL("../carried/", import.meta.url);

/** The larger cases live beside the project; where they are absent the tests that read them skip, saying so. */
export const haveShared = existsSync(root);

/** A describe block that skips, saying so in its title, where ../shared is absent. */
export function describeShared(title: string, body: () => void): void {
  if (haveShared) describe(title, body);
  else describe(title, () => it.skipIf(!haveShared)("skipped: ../shared is absent", () => {}));
}

/** The text of a case: the copy that the project carries, or else the file beside the project. */
export const readSharedText = (path: string): string => {
  const own = new URL(path, carried);
  return readFileSync(existsSync(own) ? own : new URL(path, root), "utf8");
};

export const readSharedJson = <T>(path: string): T => JSON.parse(readSharedText(path)) as T;
