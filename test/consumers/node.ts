import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./bundlers.js";
import { expectText } from "./expectText.js";
import { cjs, entries, esm, printed } from "./program.js";

/** Imports, requires and asks the command of a project that has the package, with one Node; gives its version. */
export function onNode(project: string, node: string, major: string): string {
  const version = spawnSync(node, ["--version"], { encoding: "utf8" }).stdout.trim();
  if (!version.startsWith(`v${major}.`)) throw new Error(`asked for Node ${major}, got ${version}`);
  writeFileSync(join(project, "app.mjs"), esm);
  writeFileSync(join(project, "app.cjs"), cjs);
  expectText(run(join(project, "app.mjs"), node), printed);
  expectText(run(join(project, "app.cjs"), node), printed);
  const loads = entries.map((entry) => `if (Object.keys(await import("${entry}")).length === 0) throw 1;`);
  writeFileSync(join(project, "all.mjs"), `${loads.join("\n")}\nconsole.log("all");`);
  expectText(run(join(project, "all.mjs"), node), "all");
  const command = join(project, "node_modules/tariff-whatif/dist/cli/main.js");
  const answer = spawnSync(node, [command, "run", "@china-10", "--model", "accounting", "--format", "csv"], {
    encoding: "utf8",
  });
  if (answer.status !== 0) throw new Error(answer.stderr);
  return version;
}
