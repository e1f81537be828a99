/** Runs an example by name: `npm run example -- threatened-tariffs`. Whatever follows the name goes to the example. */
import { readdirSync } from "node:fs";

const names = readdirSync(new URL(".", import.meta.url))
  .filter((file) => file.endsWith(".ts") && file !== "run.ts")
  .map((file) => file.slice(0, -3))
  .sort();
const name = process.argv[2] ?? "";

if (names.includes(name)) await import(`./${name}.ts`);
else {
  console.error(
    `Name one of the examples:\n${names.map((each) => `  npm run example -- ${each}`).join("\n")}`,
  );
  process.exitCode = 1;
}
