import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import type { Block } from "./blocks.js";
import { compilerOptions } from "./program.js";
import { root } from "./sources.js";

const unused = [6133, 6192, 6196, 6198];

/**
 * Type-checks all blocks at once with the options of tsconfig.json and returns what the compiler says, each with the
 * file and line of the block. An unused import is an error, an unused constant is not.
 */
export function typeCheck(blocks: readonly Block[], folder: string): string[] {
  const target = join(root, "test/.generated", folder);
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const byFile = new Map<string, Block>();
  for (const block of blocks) {
    const path = join(target, `${block.file.replace(/\.\w+$/, "").replace(/[^\w]+/g, "_")}_${block.line}.ts`);
    writeFileSync(path, `${block.code}\nexport {};\n`);
    byFile.set(path.replaceAll("\\", "/"), block);
  }
  const program = ts.createProgram([...byFile.keys()], { ...compilerOptions(), allowUnusedLabels: true });
  return [...byFile].flatMap(([path, block]) => {
    const file = program.getSourceFile(path);
    if (!file) return `${block.file}:${block.line} was not read`;
    return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].flatMap(
      (problem) => {
        const { line } = file.getLineAndCharacterOfPosition(problem.start ?? 0);
        if (unused.includes(problem.code) && !isImport(file, problem.start ?? 0)) return [];
        return `${block.file}:${block.line + line} ${ts.flattenDiagnosticMessageText(problem.messageText, "\n")}`;
      },
    );
  });
}

const isImport = (file: ts.SourceFile, at: number) =>
  file.statements.some((each) => ts.isImportDeclaration(each) && each.getStart(file) <= at && at < each.end);
