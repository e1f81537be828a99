import { runProgram } from "../../src/cli/program.js";

/** Runs a command line as the program does, and catches what it writes. */
export async function cli(words: readonly string[], stdin: string | Uint8Array = "", colours = false) {
  let out = "";
  let err = "";
  const code = await runProgram(
    words,
    {
      out: (text) => {
        out += text;
      },
      err: (text) => {
        err += text;
      },
      watched: false,
      typed: false,
      colours: { out: colours, err: colours },
      stdin: async () => (typeof stdin === "string" ? new TextEncoder().encode(stdin) : stdin),
    },
    "1.2.3",
  );
  return { code, out, err };
}
