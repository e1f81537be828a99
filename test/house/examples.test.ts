import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type Block, blocksOf } from "./blocks.js";
import { prepare, run } from "./examples.js";
import { readLiteral } from "./literal.js";
import { listFiles, readSource, readSrc, root } from "./sources.js";
import { typeCheck } from "./typeCheckBlocks.js";

/** The number of checked lines never falls below this; raise it when examples are added. */
const floor = 34;

const readme = existsSync(join(root, "README.md")) ? ["README.md"] : [];
const pages = listFiles("docs").filter((path) => path.endsWith(".md") && !path.startsWith("docs/api/"));
const blocks = [...readSrc(), ...[...readme, ...pages].map(readSource)].flatMap(blocksOf);
const examples = blocks
  .filter(({ info }) => info === "ts")
  .map((block) => ({ block, ...prepareOrFail(block) }));
const unrun = blocks.filter(({ info }) => info === "ts no-run");

/** A block that cannot be read fails alone, in its own test. */
function prepareOrFail(block: Block) {
  try {
    return { ...prepare(block), failure: undefined };
  } catch (failure) {
    return { js: "", promises: [], failure };
  }
}

const nameOf = ({ file, line, title }: Block) => `${file}:${line} ${title}`;

describe("example", () => {
  for (const { block, failure, ...prepared } of examples) {
    it(nameOf(block), async () => {
      if (failure !== undefined) throw failure;
      const printed = await run(block, prepared);
      if (block.output !== undefined) expect(printed.trimEnd()).toBe(block.output.trimEnd());
    });
  }
});

describe("all examples together", () => {
  it("type-check", () => {
    expect(typeCheck([...examples.map(({ block }) => block), ...unrun], "examples")).toEqual([]);
  });
  it(`check at least ${floor} lines`, () => {
    expect(examples.flatMap(({ promises }) => promises).length).toBeGreaterThanOrEqual(floor);
  });
  it("check something in each docstring", () => {
    const idle = examples.filter(
      ({ block, promises }) => block.file.startsWith("src/") && promises.length === 0,
    );
    expect(idle.map(({ block }) => nameOf(block))).toEqual([]);
  });
  it("promise nothing where they do not run", () => {
    expect(unrun.filter(({ code }) => /\/\/ (=>|throws [a-z-]+$)/m.test(code)).map(nameOf)).toEqual([]);
  });
  it("are marked as ts, so that none escapes", () => {
    const escaped = blocks.filter(
      ({ info }) =>
        /^(js|javascript|mjs|typescript|ts|tsx|mts)\b/.test(info) && info !== "ts" && info !== "ts no-run",
    );
    expect(escaped.map(nameOf)).toEqual([]);
  });
});

/** Makes the one block of a page and runs it. */
async function tried(code: string, output?: string): Promise<string> {
  const fence = "```";
  const text = `# Title\n\n${fence}ts\n${code}\n${fence}\n${output === undefined ? "" : `\n${fence}text\n${output}\n${fence}\n`}`;
  const [block] = blocksOf({ path: "docs/page.md", text });
  if (!block) throw new Error("no block");
  expect(block).toMatchObject({ line: 4, title: "Title", output });
  return run(block, prepare(block));
}

const refused =
  'import { TariffError } from "tariff-whatif";\nconst fail = () => { throw new TariffError({ code: "empty", path: "", received: 1, advice: "Do." }); };\n';

describe("the check of examples", () => {
  it.each([
    "1 + 1; // => 2",
    '"a"; // => "a"',
    "[1, { a: undefined, b: [null, -1.5] }]; // => [1, { a: undefined, 'b': [null, -1.5] }]",
    "const a: number = 2; // => 2",
    "const list = [\n  1,\n];\n// => one more line does not matter\nlist; // => [1]".replace(
      /\/\/ => one.*\n/,
      "",
    ),
    "[1,\n 2];\n// => [1, 2]",
    "[1, 2]; // => [\n//   1, 2,\n// ]",
    "await Promise.resolve(3); // => 3",
    "for (const x of [1]) x; // => 1",
    "[2].forEach((x) => {\n  x; // => 2\n}); // => undefined",
    'console.log("a"); // => "a"',
    'import { Decimal } from "decimal.js";\nimport * as z from "zod";\nimport Papa from "papaparse";\n[typeof Decimal, typeof z.object, typeof Papa.parse]; // => ["function", "function", "function"]',
    `${refused}fail(); // throws empty`,
    `${refused}const x = fail(); // throws empty`,
    `${refused}await Promise.resolve().then(fail); // throws empty`,
    `${refused}for (const x of [1, 2]) fail(); // throws empty`,
    "1; // throws a tantrum when it rains",
  ])("passes %j", async (code) => {
    await tried(code);
  });

  it.each([
    ["another value", "1 + 1; // => 3"],
    ["a number that differs in the last digit", "0.1 + 0.2; // => 0.3"],
    ["a missing key", "({ a: 1 }); // => { a: 1, b: undefined }"],
    ["another constant", "const a = 2; // => 3"],
    ["a nested value", "[[1]]; // => [[2]]"],
    ["another value in a loop", "for (const x of [1, 2]) x; // => 1"],
    ["what console.log gets", 'console.log("a"); // => "b"'],
    ["a line that is never reached", "if (false) {\n  1; // => 1\n}"],
    ["no literal", "1; // => about one"],
    ["no expression", "// => 1"],
    ["no error", `${refused}1; // throws empty`],
    ["another code", `${refused}fail(); // throws out-of-range`],
    ["another error", 'JSON.parse("{"); // throws empty'],
    ["an awaited call without an error", `${refused}await Promise.resolve(1); // throws empty`],
    ["a package that users do not have", 'import ts from "typescript";\nts; // => 1'],
    ["an error of the block", "null!.x; 1; // => 1"],
  ])("fails on %s", async (_, code) => {
    await expect(tried(code)).rejects.toThrow();
  });

  it("captures what is printed", async () => {
    const code = 'for (const x of [1, 2]) console.log("line", x, { a: 1 });';
    expect(await tried(code, "line 1 { a: 1 }")).toBe("line 1 { a: 1 }\nline 2 { a: 1 }\n");
  });

  it("takes a text block for output only directly after the code", () => {
    const text = "```ts\n1;\n```\n\nProse.\n\n```text\nx\n```\n";
    expect(blocksOf({ path: "docs/page.md", text })[0]?.output).toBeUndefined();
  });

  it("finds the lines and titles of docstrings", () => {
    const text =
      "const a = 1;\n/**\n * A.\n *\n * @example Title here\n * ```ts\n * a; // => 1\n * ```\n */\n";
    expect(blocksOf({ path: "src/a.ts", text })).toMatchObject([
      { line: 7, title: "Title here", info: "ts", code: "a; // => 1" },
    ]);
  });

  it("refuses a block that is never closed", () => {
    expect(() => blocksOf({ path: "docs/page.md", text: "```ts\n1;\n" })).toThrow("never closes");
  });

  it("maps what the compiler says to the page", () => {
    const text =
      '# T\n\n```ts\nimport { TariffError, errorCodes } from "tariff-whatif";\nconst a: string = 1;\nTariffError;\n```\n';
    const problems = typeCheck(blocksOf({ path: "docs/page.md", text }), "bad");
    expect(problems.map((each) => each.split(" ")[0])).toEqual(["docs/page.md:5", "docs/page.md:4"].sort());
  });

  it.each(["f(1)", "1 + 1", "a", "{ ...a }", "[", "1; 2", ""])("reads no literal in %j", (text) => {
    expect(readLiteral(text)).toBeUndefined();
  });
});
