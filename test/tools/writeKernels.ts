import { writeFileSync } from "node:fs";
import { compileKernels } from "./compileKernels.js";

const text = Buffer.from(await compileKernels()).toString("base64");
writeFileSync(
  "src/numerics/kernels/kernelBytes.ts",
  `/** \`kernels.as\`, compiled: made by \`npx tsx test/tools/writeKernels.ts\`. */\nexport const kernelBytes =\n  "${text}";\n`,
);
