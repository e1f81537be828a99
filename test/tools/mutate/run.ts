/**
 * Plants small mistakes in the rooms, one at a time, and counts those that no test notices:
 *
 *     npm run mutate                     all rooms, one after the other
 *     npm run mutate -- exact policy     some of them
 *     MUTATE_CONCURRENCY=1 npm run mutate     on one core
 *
 * The second run looks only at what changed. What survived is written to test/.generated/survivors/<room>.txt. A room
 * below the gate, and one that did not run to its end, gives exit code 1. Constants that are computed once, when a file is
 * loaded, are left out, because each of them would need a process of its own; so is the wording of errors.
 */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { Stryker } from "@stryker-mutator/core";
import { mutatedRooms } from "./rooms.js";
import { scoreOf } from "./score.js";

const gate = 85;
const generated = "test/.generated";
/** The two cores for which the hour is stated; fewer where the machine has other work. */
const concurrency = Number(process.env.MUTATE_CONCURRENCY ?? 2);
const asked = process.argv.slice(2);
const names = asked.length > 0 ? asked : Object.keys(mutatedRooms);
for (const name of names) if (!mutatedRooms[name]) throw new Error(`There is no room ${name}.`);

/** Tests find larger cases beside the project: beside its copy too. */
function linkShared(copies: string) {
  mkdirSync(copies, { recursive: true });
  try {
    symlinkSync(resolve("../shared"), `${copies}/shared`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

const summary: string[] = [];
for (const name of names) {
  const start = Date.now();
  process.env.MUTATED_ROOM = name;
  const copies = `${generated}/mutants-${name}`;
  linkShared(copies);
  mkdirSync(`${generated}/survivors`, { recursive: true });
  try {
    const results = await new Stryker({
      testRunner: "vitest",
      vitest: { configFile: "test/tools/mutate/vitest.config.ts", related: false },
      plugins: ["@stryker-mutator/vitest-runner", "./test/tools/mutate/ignoreAdvice.mjs"],
      ignorers: ["advice"],
      mutate: [...(mutatedRooms[name]?.mutate ?? []), "!src/**/index.ts"],
      ignorePatterns: ["dist", "docs", "examples", ".git", "test/.generated", "test/site"],
      ignoreStatic: true,
      coverageAnalysis: "perTest",
      incremental: true,
      incrementalFile: `${generated}/mutants-${name}.json`,
      tempDirName: copies,
      cleanTempDir: "always",
      concurrency,
      timeoutMS: 3_000,
      reporters: ["progress-append-only"],
      allowEmpty: false,
      // The room has its gate here, and the other rooms are looked at though one falls short.
      thresholds: { high: 100, low: gate, break: null },
    }).runMutationTest();
    const { score, noticed, counted, survivors } = scoreOf(results);
    writeFileSync(`${generated}/survivors/${name}.txt`, survivors.map((each) => `${each}\n`).join(""));
    const minutes = ((Date.now() - start) / 60_000).toFixed(1);
    summary.push(`${name}: ${score.toFixed(1)} % (${noticed} of ${counted} noticed), ${minutes} minutes`);
    if (!(score >= gate)) process.exitCode = 1;
  } catch (error) {
    summary.push(`${name}: did not run to its end: ${String((error as Error).message).split("\n")[0]}`);
    process.exitCode = 1;
  }
  console.log(summary.at(-1));
}
console.log(
  `\n${summary.join("\n")}\nThe gate is ${gate} %; what survived is listed in ${generated}/survivors.`,
);
