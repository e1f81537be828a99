import { join } from "node:path";
import ts from "typescript";
import { root } from "./sources.js";

/** The compiler options of tsconfig.json. */
export function compilerOptions(): ts.CompilerOptions {
  const host = {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (problem: ts.Diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(problem.messageText, "\n"));
    },
  };
  const parsed = ts.getParsedCommandLineOfConfigFile(join(root, "tsconfig.json"), {}, host);
  if (!parsed) throw new Error("tsconfig.json cannot be read.");
  return parsed.options;
}

/** A program over files that exist only as text, without the standard library: enough to ask for symbols. */
export function programOfTexts(texts: Readonly<Record<string, string>>): ts.Program {
  const options: ts.CompilerOptions = { noLib: true, types: [], module: ts.ModuleKind.ESNext };
  const host: ts.CompilerHost = {
    getSourceFile: (name, version) =>
      Object.hasOwn(texts, name) ? ts.createSourceFile(name, texts[name] ?? "", version, true) : undefined,
    fileExists: (name) => Object.hasOwn(texts, name),
    readFile: (name) => texts[name],
    writeFile: () => undefined,
    getDefaultLibFileName: () => "lib.d.ts",
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (name) => name,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
  };
  return ts.createProgram(
    Object.keys(texts),
    { ...options, moduleResolution: ts.ModuleResolutionKind.Bundler },
    host,
  );
}
