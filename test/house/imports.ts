import { posix } from "node:path";
import ts from "typescript";
import type { Source } from "./sources.js";

/** One `import`, `export … from`, `import()` or `import("…").Type` of a file. */
export interface Import {
  readonly specifier: string;
  /** True when nothing of it is left after compiling. */
  readonly typeOnly: boolean;
  readonly line: number;
  /** The path of the file that a relative specifier means, whether or not it exists. */
  readonly target: string | undefined;
}

const trees = new WeakMap<Source, ts.SourceFile>();

/** The syntax tree of a file, parsed once. */
export function parse(source: Source): ts.SourceFile {
  const known = trees.get(source);
  if (known) return known;
  const tree = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true);
  trees.set(source, tree);
  return tree;
}

/** Calls `see` with every node of a tree. */
export function walk(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => walk(child, see));
}

/** The line of a node, counted from 1. */
export const lineOf = (node: ts.Node): number => {
  const tree = node.getSourceFile();
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
};

const known = new WeakMap<Source, readonly Import[]>();

/** All imports of a file. */
export function importsOf(source: Source): readonly Import[] {
  const before = known.get(source);
  if (before) return before;
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return;
    found.push({
      specifier: specifier.text,
      typeOnly,
      line: lineOf(node),
      target: targetOf(source.path, specifier.text),
    });
  };
  walk(parse(source), (node) => {
    if (ts.isImportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (ts.isExportDeclaration(node)) {
      add(node, node.moduleSpecifier, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node)) {
      add(node, ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0], false);
    }
  });
  known.set(source, found);
  return found;
}

function targetOf(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith(".")) return undefined;
  return posix.join(posix.dirname(from), specifier).replace(/\.js$/, ".ts");
}

/**
 * Every path of imports that lasts to run time, from one file on: each file or package that is reached, with the chain
 * of files that leads to it. `stop` names the files behind which nothing is followed.
 */
export function reachedFrom(
  start: Source,
  files: ReadonlyMap<string, Source>,
  stop: (path: string) => boolean = () => false,
): Map<string, readonly string[]> {
  const chains = new Map<string, readonly string[]>([[start.path, [start.path]]]);
  const queue: Source[] = [start];
  for (let source = queue.shift(); source; source = queue.shift()) {
    const chain = chains.get(source.path) ?? [];
    for (const { specifier, typeOnly, target } of importsOf(source)) {
      const next = target ?? specifier;
      if (typeOnly || chains.has(next) || stop(next)) continue;
      chains.set(next, [...chain, next]);
      const file = files.get(next);
      if (file) queue.push(file);
    }
  }
  return chains;
}
