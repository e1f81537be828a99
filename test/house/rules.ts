import { posix } from "node:path";
import ts from "typescript";
import { importsOf, lineOf, parse, reachedFrom, walk } from "./imports.js";
import type { Source } from "./sources.js";

/** Reads all files of src and says, one sentence each, what breaks the rule. */
export type Rule = (sources: readonly Source[]) => readonly string[];

/** The rooms, from the ground up: a file imports only from its own room or one to the left. */
export const rooms = [
  "internal",
  "numerics",
  "exact",
  "economies",
  "goods",
  "trade",
  "data",
  "parameters",
  "policy",
  "entry",
  "scenario",
  "law",
  "formulas",
  "models",
  "uncertainty",
  "compare",
  "realised",
  "present",
  "january2025",
  "sql",
  "schemas",
  "readers",
  "cli",
] as const;

/** Files that may be longer than 200 lines, each with the reason. */
export const longFiles: Readonly<Record<string, string>> = {
  "src/economies/iso3166.ts":
    "One line for each economy of ISO 3166-1; a list is not easier to read in two parts.",
  "src/economies/isoCodes.ts": "One line for each code of ISO 3166-1, as the formatter sets it.",
};

const entry = "src/index.ts";

const byPath = (sources: readonly Source[]) => new Map(sources.map((source) => [source.path, source]));
const roomOf = (path: string) => (path.split("/").length > 2 ? path.split("/")[1] : undefined);
const rankOf = (path: string) => (rooms as readonly (string | undefined)[]).indexOf(roomOf(path));
/** The model a file of src/models belongs to; empty for the files that lie directly there. */
const modelOf = (path: string) => (path.split("/").length > 3 ? path.split("/")[2] : "");

export const everyFileIsInARoom: Rule = (sources) =>
  sources
    .filter(({ path }) => path !== entry && rankOf(path) < 0)
    .map(({ path }) => `${path} lies in no room; the rooms are ${rooms.join(", ")}`);

export const importsGoDown: Rule = (sources) =>
  sources.flatMap((source) =>
    importsOf(source).flatMap(({ target, line }) => {
      const at = `${source.path}:${line}`;
      if (target === undefined) return [];
      if (target === entry) return `${at} imports the entry; import the file that has what you need`;
      if (!target.startsWith("src/")) return `${at} imports ${target}, which lies outside src`;
      if (source.path === entry) return [];
      if (rankOf(target) > rankOf(source.path)) {
        return `${at} imports ${target}: ${roomOf(source.path)} knows nothing of ${roomOf(target)}`;
      }
      if (roomOf(source.path) !== "models" || roomOf(target) !== "models") return [];
      if (modelOf(target) === "" || modelOf(target) === modelOf(source.path)) return [];
      return `${at} imports ${target}: a model never imports another; share through a file in src/models`;
    }),
  );

export const importsResolve: Rule = (sources) => {
  const files = byPath(sources);
  return sources.flatMap((source) =>
    importsOf(source).flatMap(({ specifier, target, line }) => {
      if (target === undefined) return [];
      if (!specifier.endsWith(".js")) return `${source.path}:${line} imports "${specifier}": end it in .js`;
      return files.has(target) ? [] : `${source.path}:${line} imports "${specifier}", which does not exist`;
    }),
  );
};

/** Imports of types count too: two files that need each other's types are one file. */
export const noCycles: Rule = (sources) => {
  const files = byPath(sources);
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    const seen = trail.indexOf(path);
    if (seen >= 0) {
      found.push(`${[...trail.slice(seen), path].join(" -> ")} is a cycle`);
      return;
    }
    const source = files.get(path);
    if (!source || done.has(path)) return;
    for (const target of new Set(importsOf(source).map((each) => each.target))) {
      if (target !== undefined) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return found;
};

/** The command line is bundled into one file; of the library it knows what every user knows. */
const cliPackages = /^(tariff-whatif(\/.+)?|commander|cli-progress|jsonc-parser|picocolors|node:.+)$/;

export const packagesAreKnown: Rule = (sources) =>
  sources.flatMap((source) =>
    importsOf(source).flatMap(({ specifier, target, typeOnly, line }) => {
      const at = `${source.path}:${line}`;
      if (roomOf(source.path) === "cli" && cliPackages.test(specifier)) return [];
      if (target !== undefined || /^(zod\/mini|d3-random|pure-rand)(\/|$)/.test(specifier)) return [];
      if (specifier === "decimal.js") {
        if (typeOnly || roomOf(source.path) === "exact") return [];
        return `${at} loads decimal.js: take the private clone from src/exact, whose settings nobody else changes`;
      }
      if (specifier === "zod") return `${at} loads zod: "zod/mini" is a third of it`;
      if (specifier === "node:fs" && typeOnly && roomOf(source.path) === "readers") return [];
      return `${at} imports "${specifier}": src runs in a browser and depends on decimal.js, d3-random, pure-rand and zod only`;
    }),
  );

/** What reaches zod other than through a `define…` file is a schema or lies in src/internal/zod. */
export const zodIsBehindDefine: Rule = (sources) => {
  const files = byPath(sources);
  const name = (path: string) => posix.basename(path, ".ts");
  const isDoor = (path: string) => /^define[A-Z]/.test(name(path));
  const mayHold = (path: string) =>
    isDoor(path) || /schema/i.test(name(path)) || path.startsWith("src/internal/zod/");
  return sources
    .filter((source) => !mayHold(source.path))
    .flatMap((source) => {
      const chain = reachedFrom(source, files, isDoor).get("zod/mini");
      return chain ? [`${chain.join(" -> ")}: only a define… function may load zod`] : [];
    });
};

/** A model with data of its own has a door too: the door, its schemas and the index may reach zod; no formula may. */
export const formulasLoadDecimalOnly: Rule = (sources) => {
  const files = byPath(sources);
  return sources
    .filter(({ path }) => ["numerics", "exact", "formulas", "models"].includes(roomOf(path) ?? ""))
    .flatMap((source) =>
      [...reachedFrom(source, files)]
        .filter(([reached]) => !reached.startsWith("src/") && reached !== "decimal.js")
        .map(([, chain]) => `${chain.join(" -> ")}: formulas load decimal.js and nothing else`),
    );
};

const why = {
  clock: "src has no clock",
  random: "src has no random source",
  host: "src knows nothing of its host",
  network: "src has no network",
  print: "src prints nothing",
  settings: "src changes no global settings",
  code: "src makes no code from text",
  locale: "name the locale, or the answer depends on the machine",
} as const;

const members: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Date: { now: why.clock },
  Math: { random: why.random },
  Decimal: { set: why.settings, config: why.settings },
  process: { "*": why.host },
  globalThis: { "*": why.host },
  console: { "*": why.print },
  performance: { "*": why.clock },
  crypto: { "*": why.random },
};
const calls: Readonly<Record<string, string>> = {
  fetch: why.network,
  eval: why.code,
  Function: why.code,
  Date: why.clock,
  require: why.host,
};

const lookUp = (table: Readonly<Record<string, string>>, name: string) =>
  Object.hasOwn(table, name) ? table[name] : table["*"];

function impurity(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) {
    if (!ts.isIdentifier(node.expression) || !Object.hasOwn(members, node.expression.text)) return undefined;
    const key = ts.isPropertyAccessExpression(node) ? node.name : node.argumentExpression;
    const name = ts.isIdentifier(key) || ts.isStringLiteralLike(key) ? key.text : "";
    return lookUp(members[node.expression.text] ?? {}, name);
  }
  if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
    return "import.meta does not exist in the CommonJS copy";
  }
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return undefined;
  const called = node.expression;
  if (ts.isIdentifier(called)) return lookUp(calls, called.text);
  if (!ts.isPropertyAccessExpression(called)) return undefined;
  const given = node.arguments?.length ?? 0;
  if (called.name.text === "localeCompare" && given < 2) return why.locale;
  return /^toLocale\w*String$/.test(called.name.text) && given < 1 ? why.locale : undefined;
}

/** The command line is a program: it has files, a terminal and an exit code. */
export const srcIsPure: Rule = (sources) =>
  sources
    .filter(({ path }) => roomOf(path) !== "cli")
    .flatMap((source) => {
      const found: string[] = [];
      walk(parse(source), (node) => {
        const reason = impurity(node);
        if (reason === undefined) return;
        const shown = node.getText().split("\n")[0]?.slice(0, 60);
        found.push(`${source.path}:${lineOf(node)} ${shown}: ${reason}`);
      });
      return found;
    });

export const noDefaultExports: Rule = (sources) =>
  sources.flatMap((source) => {
    const found: string[] = [];
    walk(parse(source), (node) => {
      const isDefault =
        ts.isExportAssignment(node) ||
        (ts.isExportSpecifier(node) && node.name.text === "default") ||
        (ts.canHaveModifiers(node) &&
          ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword));
      if (isDefault) found.push(`${source.path}:${lineOf(node)} has a default export; give it a name`);
    });
    return found;
  });

export const foldersHaveASubject: Rule = (sources) =>
  sources
    .filter(({ path }) => /(^|\/)(utils?|common|misc|helpers?)(\/|\.ts$)/i.test(path))
    .map(({ path }) => `${path}: name the folder or file after its subject`);

export const filesAreShort: Rule = (sources) =>
  sources.flatMap(({ path, text }) => {
    const lines = text.trimEnd().split("\n").length;
    if (lines <= 200 || path.startsWith("src/data/") || Object.hasOwn(longFiles, path)) return [];
    return `${path} has ${lines} lines: split it, or list it in longFiles with a reason`;
  });

/** A reason for a file that is gone or has become short is taken away. */
export const longFilesAreLong: Rule = (sources) =>
  Object.entries(longFiles).flatMap(([path, reason]) => {
    const text = sources.find((source) => source.path === path)?.text;
    if (text === undefined || text.trimEnd().split("\n").length <= 200) {
      return `${path} need not be listed in longFiles`;
    }
    return reason.length < 20 ? `${path} is listed in longFiles without a reason` : [];
  });
