import { relative } from "node:path";
import ts from "typescript";
import { lineOf, walk } from "./imports.js";
import { type Doc, readDoc } from "./readDoc.js";
import { root } from "./sources.js";

type Callable = ts.FunctionLikeDeclaration | ts.ClassLikeDeclaration;

/** Lists, one sentence each, what the docstrings of all that the entries export lack. */
export function missingDocs(program: ts.Program, entries: readonly string[]): string[] {
  const checker = program.getTypeChecker();
  const seen = new Set<ts.Symbol>();
  const missing: string[] = [];
  for (const entry of entries) {
    const file = program.getSourceFile(entry);
    const module = file && checker.getSymbolAtLocation(file);
    if (!module) throw new Error(`${entry} exports nothing.`);
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
      if (seen.has(symbol)) continue;
      seen.add(symbol);
      missing.push(...missingOf(symbol, exported.name, checker));
    }
  }
  return missing;
}

function missingOf(symbol: ts.Symbol, name: string, checker: ts.TypeChecker): string[] {
  const declarations = symbol.declarations ?? [];
  const first = declarations[0];
  if (!first) return [`${name} has no declaration`];
  const at = `${placeOf(first)} ${name}`;
  const doc = declarations.map(docOf).find((each) => each !== undefined);
  if (!doc) return [`${at} has no doc comment`, ...missingOfMembers(name, declarations)];
  const missing: string[] = [];
  const callables = declarations.flatMap(callablesOf);
  if (!doc.summary.endsWith(".")) missing.push("a first line that ends with a full stop");
  if (!doc.tags.some((tag) => tag.name === "category" && /\S/.test(tag.text))) missing.push("@category");
  const examples = doc.tags.filter((tag) => tag.name === "example");
  if (examples.some(({ text }) => !/^[^\n`]*\w/.test(text))) missing.push("a title after @example");
  if (callables.length > 0 && !examples.some(({ text }) => /```ts\n[\s\S]*\/\/ =>[\s\S]*```/.test(text))) {
    missing.push("an @example with a checked // =>");
  }
  if (!doc.tags.some((tag) => tag.name === "throws" && /\S/.test(tag.text))) {
    const thrower = callables.map((each) => throwerIn(each, checker)).find((each) => each !== undefined);
    if (thrower !== undefined) missing.push(`@throws (${thrower})`);
    else if (callables.some((each) => !ts.isClassLike(each)) && /\bthrows?\b/i.test(doc.prose)) {
      missing.push("@throws (its text speaks of it)");
    }
  }
  return [...missing.map((what) => `${at} lacks ${what}`), ...missingOfMembers(name, declarations)];
}

/** The functions and classes that a declaration declares; a const that holds a function counts. */
function callablesOf(declaration: ts.Declaration): Callable[] {
  if (ts.isFunctionLike(declaration) || ts.isClassLike(declaration)) return [declaration as Callable];
  const value = ts.isVariableDeclaration(declaration) ? declaration.initializer : undefined;
  return value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value)) ? [value] : [];
}

/** Says how a function throws: itself, or through a function of src/internal that does. */
function throwerIn(callable: ts.Node, checker: ts.TypeChecker): string | undefined {
  let found: string | undefined;
  walk(callable, (node) => {
    if (ts.isThrowStatement(node)) found ??= "its body throws";
    if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return;
    const called = checker.getSymbolAtLocation(node.expression);
    const target = called && called.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(called) : called;
    const body = target?.valueDeclaration;
    if (!body?.getSourceFile().fileName.includes("/src/internal/")) return;
    walk(body, (inner) => {
      if (ts.isThrowStatement(inner)) found ??= `its body calls ${node.expression.getText()}, which throws`;
    });
  });
  return found;
}

/** The members of an interface, or of a type that is written out as one object. */
function missingOfMembers(name: string, declarations: readonly ts.Declaration[]): string[] {
  return declarations.flatMap((declaration) => {
    const holder =
      ts.isTypeAliasDeclaration(declaration) && ts.isTypeLiteralNode(declaration.type)
        ? declaration.type
        : declaration;
    if (!ts.isInterfaceDeclaration(holder) && !ts.isTypeLiteralNode(holder)) return [];
    return holder.members
      .filter((member) => docOf(member)?.summary === undefined || docOf(member)?.summary === "")
      .map((member) => `${placeOf(member)} ${name}.${member.name?.getText() ?? "[…]"} has no doc comment`);
  });
}

function docOf(declaration: ts.Node): Doc | undefined {
  const comment = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc).at(-1);
  return comment && readDoc(comment.getText());
}

const placeOf = (node: ts.Node) => `${relative(root, node.getSourceFile().fileName)}:${lineOf(node)}`;
