/** Writes docs/errors.md from the codes: `npx tsx test/tools/errorsPage.ts`. A test compares the two. */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { errorCodes } from "../../src/internal/errorCodes.js";

/** The page of all error codes. */
export function errorsPage(): string {
  const entries = Object.entries(errorCodes).sort(([one], [other]) => (one < other ? -1 : 1));
  return `---
title: Errors
---

# Errors

Whatever is refused throws a \`TariffError\` with a stable \`code\` for programs, the \`path\` of the value, what was
\`received\` (shortened), and a sentence that says what to do. Codes are part of the interface: none is renamed or given a
second meaning.

${entries.map(([code, meaning]) => `### ${code}\n\n${meaning}`).join("\n\n")}
`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL("../../docs/errors.md", import.meta.url), errorsPage());
}
