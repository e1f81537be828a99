import { readFileSync } from "node:fs";
import asc from "assemblyscript/asc";

const source = "src/numerics/kernels/kernels.as";

/** Compiles the inner loops of the solvers from their source; the same source and compiler give the same bytes. */
export async function compileKernels(): Promise<Uint8Array> {
  const text = readFileSync(source, "utf8");
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      "kernels.ts",
      ...["--outFile", "kernels.wasm", "--runtime", "stub", "--noAssert", "--importMemory"],
      ...["--enable", "simd", "--optimizeLevel", "3", "--shrinkLevel", "1"],
    ],
    {
      // The compiler wants this ending, which would make every other tool take the file for TypeScript.
      readFile: (name) => (name === "kernels.ts" ? text : null),
      writeFile: (_, data) => {
        if (typeof data !== "string") bytes = data;
      },
      listFiles: () => [],
    },
  );
  if (error !== null || bytes === undefined) throw new Error(`${source}: ${error?.message}\n${stderr}`);
  return bytes;
}
