import { expect, it } from "vitest";
import { readSource } from "./sources.js";

interface Locked {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = readSource("package-lock.json").text;
const { packages } = JSON.parse(lock) as { packages: Readonly<Record<string, Locked>> };

/** Whether Node would find a package from inside another: in its own node_modules, or one further out. */
const isFound = (from: string, name: string): boolean => {
  if (Object.hasOwn(packages, `${from}/node_modules/${name}`)) return true;
  const outer = from.lastIndexOf("/node_modules/");
  if (outer >= 0) return isFound(from.slice(0, outer), name);
  return Object.hasOwn(packages, `node_modules/${name}`);
};

it("the lock file names no registry", () => {
  expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  expect(lock).not.toMatch(/\.tgz"/);
});

// npm leaves out what a registry does not have for other platforms, and npm ci then refuses the lock file.
it("the lock file has the packages for every platform", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isFound(path, name)),
  );
  expect(missing).toEqual([]);
});
