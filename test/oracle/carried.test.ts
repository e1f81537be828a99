import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sharedFile } from "../support/shared.js";
import { carried } from "../support/sharedCases.js";

const files = readdirSync(carried, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => /\.(json|csv)$/.test(path));

describe("the cases that every clone carries", () => {
  it("are there", () => expect(files.length).toBeGreaterThanOrEqual(5));

  it.each(files)("%s reads", (path) => {
    const text = readFileSync(new URL(path, carried), "utf8");
    expect(
      path.endsWith(".json") ? Object.keys(JSON.parse(text)).length : text.split("\n").length,
    ).toBeGreaterThan(1);
  });

  it.each(files.filter((path) => sharedFile(path).present))(
    "%s is the shared file, byte for byte",
    (path) => {
      const theirs = readFileSync(new URL(`../../../shared/${path}`, import.meta.url), "utf8");
      expect(readFileSync(new URL(path, carried), "utf8")).toBe(theirs);
    },
  );
});
