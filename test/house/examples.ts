import { Console } from "node:console";
import { join } from "node:path";
import { Writable } from "node:stream";
import ts from "typescript";
import { expect } from "vitest";
import type { Block } from "./blocks.js";
import { walk } from "./imports.js";
import { readLiteral } from "./literal.js";
import { root } from "./sources.js";

/** What a line of an example promises. */
type Promised =
  | { readonly line: number; readonly kind: "value"; readonly value: unknown }
  | { readonly line: number; readonly kind: "throws"; readonly code: string };

/** A comment that makes a promise: its line and place in the code, and what it says. */
interface Comment {
  readonly line: number;
  readonly at: number;
  readonly kind: Promised["kind"];
  readonly text: string;
}

/** A block made ready to run: JavaScript that calls `check` and `throws` with the index of each promise. */
export interface Prepared {
  readonly js: string;
  readonly promises: readonly Promised[];
}

type Statement = ts.ExpressionStatement | ts.VariableStatement;

/** Turns an example into the body of an async function. */
export function prepare(block: Block): Prepared {
  const { code } = block;
  const tree = ts.createSourceFile("example.ts", code, ts.ScriptTarget.Latest, true);
  const insertions: { at: number; text: string }[] = [];
  const removals: { from: number; to: number; text: string }[] = [];
  const promises: Promised[] = [];
  const statements: Statement[] = [];
  walk(tree, (node) => {
    if (ts.isExpressionStatement(node) || ts.isVariableStatement(node)) statements.push(node);
    if (ts.isImportDeclaration(node)) {
      removals.push({ from: node.getStart(), to: node.end, text: asyncImport(node) });
    }
  });
  for (const { line, at, kind, text } of commentsOf(code)) {
    const place = `${block.file}:${block.line + line}`;
    const statement = statements
      .filter(({ end }) => end <= at && /^(\s|\/\/.*)*$/.test(code.slice(end, at)))
      .sort((a, b) => b.end - a.end)[0];
    if (!statement) throw new Error(`${place}: no expression or constant stands before this comment.`);
    const index = promises.length;
    if (kind === "throws") {
      promises.push({ line: block.line + line, kind, code: text });
      const waits = /\bawait\b/.test(statement.getText());
      insertions.push({
        at: statement.getStart(),
        text: waits ? `await __throws(${index}, async () => { ` : `__throws(${index}, () => { `,
      });
      insertions.push({ at: statement.end, text: " });" });
      continue;
    }
    const literal = readLiteral(text);
    if (!literal) throw new Error(`${place}: what follows // => is not a literal: ${text}`);
    promises.push({ line: block.line + line, kind, value: literal.value });
    insertions.push(...checkOf(statement, index, place));
  }
  let edited = code;
  const edits = [...insertions.map(({ at, text }) => ({ from: at, to: at, text })), ...removals];
  // From the end to the start; of two insertions at one place the one that was made first stands first.
  for (const { from, to, text } of edits.reverse().sort((a, b) => b.from - a.from)) {
    edited = edited.slice(0, from) + text + edited.slice(to);
  }
  const { outputText } = ts.transpileModule(`async function __example() {\n${edited}\n}`, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  return { js: `${outputText}\nreturn __example();`, promises };
}

/** All `// => …` and `// throws …` comments; a literal may go on over the comment lines that follow. */
function commentsOf(code: string): Comment[] {
  const lines = code.split("\n");
  let offset = 0;
  return lines.flatMap((line, index): Comment[] => {
    const start = offset;
    offset += line.length + 1;
    const [whole = "", sign, rest = ""] = /\/\/ (=>|throws) ?(.*)$/.exec(line) ?? [];
    const at = start + line.length - whole.length;
    if (sign === "throws") {
      return /^[a-z0-9-]+$/.test(rest.trim()) ? [{ line: index, at, kind: "throws", text: rest.trim() }] : [];
    }
    if (sign !== "=>") return [];
    let text = rest;
    for (let next = index + 1; !readLiteral(text) && /^\s*\/\/ (?!=>)/.test(lines[next] ?? ""); next++) {
      text += `\n${lines[next]?.replace(/^\s*\/\//, "")}`;
    }
    return [{ line: index, at, kind: "value", text }];
  });
}

/** Where to insert what, so that the value of a statement is checked; `console.log(x)` checks x. */
function checkOf(statement: Statement, index: number, place: string) {
  if (ts.isVariableStatement(statement)) {
    const [declared, ...others] = statement.declarationList.declarations;
    if (!declared || others.length > 0 || !ts.isIdentifier(declared.name)) {
      throw new Error(`${place}: a // => needs one named constant or one expression before it.`);
    }
    return [{ at: statement.end, text: ` __check(${index}, ${declared.name.text});` }];
  }
  const { expression } = statement;
  const printed =
    ts.isCallExpression(expression) && expression.expression.getText() === "console.log"
      ? expression.arguments
      : [];
  const value = printed.length === 1 && printed[0] ? printed[0] : expression;
  return [
    { at: value.getStart(), text: `__check(${index}, (` },
    { at: value.end, text: "))" },
  ];
}

function asyncImport({ importClause, moduleSpecifier }: ts.ImportDeclaration): string {
  const load = `await __load(${moduleSpecifier.getText()});`;
  if (!importClause) return load;
  if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return "";
  const names = importClause.name ? [`default: ${importClause.name.text}`] : [];
  const bindings = importClause.namedBindings;
  if (bindings && ts.isNamespaceImport(bindings)) return `const ${bindings.name.text} = ${load}`;
  for (const each of bindings?.elements ?? []) {
    if (each.isTypeOnly) continue;
    names.push(each.propertyName ? `${each.propertyName.text}: ${each.name.text}` : each.name.text);
  }
  return `const { ${names.join(", ")} } = ${load}`;
}

/** Loads what an example imports: the package's sources, and the packages a user of it has. */
async function load(specifier: string): Promise<unknown> {
  if (specifier === "tariff-whatif") return import(join(root, "src/index.ts"));
  const model = /^tariff-whatif\/(world|sectors|prices)$/.exec(specifier)?.[1];
  if (model) return import(join(root, `src/models/${model}/index.ts`));
  const room = /^tariff-whatif\/([a-z]+)$/.exec(specifier)?.[1];
  if (room) return import(join(root, `src/${room}/index.ts`));
  const data = /^tariff-whatif\/data\/([\w-]+)$/.exec(specifier)?.[1];
  if (data) return import(join(root, `src/data/${data}/index.ts`));
  if (/^(decimal\.js|zod|papaparse|node:\w+)$/.test(specifier)) return import(specifier);
  throw new Error(`An example imports "${specifier}", which a user of the package does not have.`);
}

/** Runs an example, checks all that it promises, and returns what it printed. */
export async function run(block: Block, { js, promises }: Prepared): Promise<string> {
  const reached = new Set<number>();
  const placeOf = (index: number) => `${block.file}:${promises[index]?.line}`;
  const check = (index: number, value: unknown) => {
    const promised = promises[index];
    reached.add(index);
    if (promised?.kind === "value") expect(value, placeOf(index)).toStrictEqual(promised.value);
    return value;
  };
  const expectError = (index: number, error: unknown) => {
    const promised = promises[index];
    reached.add(index);
    const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
    expect({ name, code }, `${placeOf(index)}: ${error}`).toEqual({
      name: "TariffError",
      code: promised?.kind === "throws" ? promised.code : "",
    });
  };
  const throws = (index: number, act: () => unknown): unknown => {
    let waited: unknown;
    try {
      waited = act();
    } catch (error) {
      return expectError(index, error);
    }
    if (!(waited instanceof Promise)) return expectError(index, undefined);
    return waited.then(
      () => expectError(index, undefined),
      (error: unknown) => expectError(index, error),
    );
  };
  let printed = "";
  const stdout = new Writable({
    write(chunk, _encoding, done) {
      printed += String(chunk);
      done();
    },
  });
  const body = new Function("__load", "__check", "__throws", "console", js);
  await body(load, check, throws, new Console({ stdout, stderr: stdout, colorMode: false }));
  const missed = promises.findIndex((_, index) => !reached.has(index));
  if (missed >= 0) throw new Error(`${placeOf(missed)} was never reached.`);
  return printed;
}
