import { existsSync, readFileSync } from "node:fs";
import { describe, it } from "vitest";

const root = new URL("../../../shared/", import.meta.url);

/** The larger cases live beside the project; where they are absent the tests that read them skip, saying so. */
export const haveShared = existsSync(root);

/** A describe block that skips, saying so in its title, where ../shared is absent. */
export function describeShared(title: string, body: () => void): void {
  if (haveShared) describe(title, body);
  else describe(title, () => it.skip("skipped: ../shared is absent", () => {}));
}

export const readSharedText = (path: string): string => readFileSync(new URL(path, root), "utf8");

export const readSharedJson = <T>(path: string): T => JSON.parse(readSharedText(path)) as T;
