import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { lineOf, parse, walk } from "./imports.js";

const runners = new Set(["it", "test", "describe", "suite", "bench"]);
const forbidden = new Set(["only", "skip", "todo", "fails"]);

/** What leaves tests out for good; `skipIf` and `runIf` name what must be there, and stay. */
function leftOut(path: string, text: string): string[] {
  const found: string[] = [];
  walk(parse({ path, text }), (node) => {
    if (
      ts.isIdentifier(node) &&
      /^([xf](it|test|describe))$/.test(node.text) &&
      ts.isCallExpression(node.parent) &&
      node.parent.expression === node
    ) {
      found.push(`${path}:${lineOf(node)} ${node.text}`);
    }
    if (!ts.isPropertyAccessExpression(node) || !forbidden.has(node.name.text)) return;
    let inner: ts.Expression = node.expression;
    while (ts.isPropertyAccessExpression(inner)) inner = inner.expression;
    if (ts.isIdentifier(inner) && runners.has(inner.text)) {
      found.push(`${path}:${lineOf(node)} ${inner.text}.${node.name.text}`);
    }
  });
  return found;
}

const files = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.startsWith(".generated"))
  .map((path) => `test/${path}`);

describe("no test is left out for good", () => {
  it.each(["it.only('a')", "describe.skip('a')", "it.concurrent.only('a')", "xit('a')", "test.todo('a')"])(
    "%s is found",
    (text) => expect(leftOut("a.ts", text)).toHaveLength(1),
  );
  it.each(["it.skipIf(true)('a')", "options.only", "cases.filter(fit)", "it.each([1])('a')"])(
    "%s is not",
    (text) => expect(leftOut("a.ts", text)).toEqual([]),
  );
  it("in test", () => {
    expect(files.length).toBeGreaterThan(60);
    expect(files.flatMap((path) => leftOut(path, readFileSync(path, "utf8")))).toEqual([]);
  });
});
