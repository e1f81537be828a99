import { readFileSync } from "node:fs";
import { coloursFor } from "./colours.js";
import { runProgram } from "./program.js";

const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
  version: string;
};

// A reader that has seen enough, such as head, is no mistake; a full disk is one, and takes one line.
process.stdout.on("error", ({ code }: { code?: string }) => {
  if (code === "EPIPE") process.exit(0);
  process.stderr.write(`stdout: it cannot be written (${code ?? "unknown reason"}).\n`);
  process.exit(2);
});
// Where complaints cannot be written, the exit code still says that there were some.
process.stderr.on("error", () => undefined);

const readStdin = async (): Promise<Uint8Array> => {
  const parts: Uint8Array[] = [];
  for await (const part of process.stdin) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
};

process.exitCode = await runProgram(
  process.argv.slice(2),
  {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    watched: process.stderr.isTTY === true,
    colours: {
      out: coloursFor(process.stdout, process.env),
      err: coloursFor(process.stderr, process.env),
    },
    typed: process.stdin.isTTY === true,
    stdin: readStdin,
  },
  version,
);
