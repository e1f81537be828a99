import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { entries } from "./program.js";

const names = entries.map((entry, at) => `import * as entry${at} from "${entry}";`).join("\n");
const code = `
import { accounting, januaryScenarios, definePolicy, defineScenario, type Scenario } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
${names}
export const outcome = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 });
export const amount: string = outcome.total.additionalDuties.amount;
// @ts-expect-error A number is not an amount: a compiler that reads the types says so.
export const wrong: number = outcome.total.additionalDuties.amount;
export const all = [definePolicy, defineScenario, ${entries.map((_, at) => `entry${at}`).join(", ")}];
export type Any = Scenario;
`;

/** The ways to resolve a module that packages are written for. */
export const resolutions = ["node16", "nodenext", "bundler"] as const;

/** What a compiler complains of in a module that imports every entry, without Node's types or skipLibCheck. */
export function complaints(options: {
  readonly project: string;
  /** The folder of the package typescript. */
  readonly typescript: string;
  readonly resolution: (typeof resolutions)[number];
  readonly dom: boolean;
}): string {
  const { project, typescript, resolution, dom } = options;
  const name = `types-${resolution}-${dom ? "dom" : "bare"}`;
  writeFileSync(join(project, `${name}.mts`), code);
  const compilerOptions = {
    noEmit: true,
    strict: true,
    skipLibCheck: false,
    lib: dom ? ["es2022", "dom"] : ["es2022"],
    types: [],
    target: "es2022",
    module: resolution === "bundler" ? "esnext" : resolution,
    moduleResolution: resolution,
  };
  const config = join(project, `${name}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [`${name}.mts`] }));
  const child = spawnSync(process.execPath, [join(typescript, "bin/tsc"), "-p", config], {
    cwd: project,
    encoding: "utf8",
  });
  return child.status === 0 ? "" : `${child.stdout}${child.stderr}`.trim();
}
