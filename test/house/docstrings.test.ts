import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { missingDocs } from "./docstrings.js";
import { compilerOptions, programOfTexts } from "./program.js";
import { dataSets, root } from "./sources.js";

it("every export is documented", () => {
  const entries = ["src/index.ts", ...dataSets().map((name) => `src/data/${name}/index.ts`)];
  const files = entries.map((path) => join(root, path));
  expect(missingDocs(ts.createProgram(files, compilerOptions()), files)).toEqual([]);
});

const good = `/**
 * Doubles a number.
 *
 * @throws TariffError when it is not finite.
 * @example Double two
 * \`\`\`ts
 * double(2); // => 4
 * \`\`\`
 * @category Arithmetic
 */
export function double(x) { if (x === 0) throw 1; return x * 2; }`;

const missingIn = (text: string) =>
  missingDocs(
    programOfTexts({
      "/src/index.ts": `import { requireFinite } from "./internal/requireFinite";\n${text}`,
      "/src/internal/requireFinite.ts": "export function requireFinite(x) { throw x; }",
    }),
    ["/src/index.ts"],
  );

describe("the check of docstrings", () => {
  it("accepts a full docstring", () => expect(missingIn(good)).toEqual([]));

  it.each([
    ["no comment", good.replace("/**", "/*"), "no doc comment"],
    ["no full stop", good.replace("number.", "number"), "full stop"],
    ["no category", good.replace("@category Arithmetic", ""), "@category"],
    ["an empty category", good.replace("@category Arithmetic", "@category"), "@category"],
    ["an example without a title", good.replace(" Double two", ""), "title"],
    ["an example without a check", good.replace("// => 4", ""), "checked"],
    ["no throws", good.replace("@throws", "Raises"), "@throws"],
    [
      "no throws where a callee throws",
      good.replace("@throws", "Raises").replace("throw 1", "requireFinite(x)"),
      "requireFinite",
    ],
    [
      "no throws where the text has it",
      good.replace("@throws TariffError", "It throws").replace("throw 1", "x = 1"),
      "text",
    ],
    [
      "an arrow function without an example",
      "/**\n * A.\n * @category B\n */\nexport const double = (x) => x * 2;",
      "@example",
    ],
    ["a class without an example", "/**\n * A.\n * @category B\n */\nexport class A {}", "@example"],
    [
      "a bare member",
      "/**\n * A.\n * @category B\n */\nexport interface A {\n/** Ok. */ b: 1; c: 2 }",
      "A.c has no doc",
    ],
    [
      "a bare member of a type",
      "/**\n * A.\n * @category B\n */\nexport type A = { c: 2 }",
      "A.c has no doc",
    ],
    ["a bare constant", "export const a = 1;", "no doc comment"],
  ])("finds %s", (_, text, what) => {
    expect(missingIn(text)).toHaveLength(1);
    expect(missingIn(text)[0]).toContain(what);
  });
});
