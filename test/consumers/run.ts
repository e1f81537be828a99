/**
 * Installs the packed package in fresh folders and uses it as its users do, one line for each: `npm run consumers`, or
 * `npm run consumers -- next worker` for those whose names hold a word. Fails when one fails.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { install, staleness } from "../house/tarball.js";
import { chromiumPath } from "../site/chromium.js";
import { bundlers, run } from "./bundlers.js";
import { complaints, resolutions } from "./compile.js";
import { expectText } from "./expectText.js";
import { fresh } from "./fresh.js";
import { byNext } from "./next.js";
import { onNode } from "./node.js";
import { esm, printed } from "./program.js";
import { publintMessages, typeProblems } from "./published.js";
import { byJest, byJestAsModules, byVitest } from "./testRunners.js";
import * as versions from "./versions.js";
import { inWorker } from "./worker.js";

const stale = staleness();
if (stale !== undefined) throw new Error(stale);
const folder = mkdtempSync(join(tmpdir(), "tariff-whatif-consumers-"));
const packed = install();
const tarball = join(folder, "tariff-whatif.tgz");
writeFileSync(tarball, packed.tarball);
packed.remove();

const versionIn = (path: string): string =>
  (JSON.parse(readFileSync(join(path, "package.json"), "utf8")) as { version: string }).version;

/** A project with the tarball and other packages, made when it is first asked for. */
const project = (name: string, ...packages: string[]): string =>
  fresh(join(folder, name), "project", [tarball, ...packages]);

const clean = async (messages: Promise<readonly string[]>): Promise<string> => {
  expectText((await messages).join("\n"), "");
  return "clean";
};

/** Each consumer gives what its line adds, such as the version it got, and throws where it fails. */
const consumers: readonly (readonly [name: string, use: () => Promise<string> | string])[] = [
  ["publint", () => clean(publintMessages(packed.tarball))],
  ["attw", () => clean(typeProblems(packed.tarball))],
  ...versions.nodes.map(
    (major) =>
      [
        `Node ${major}, esm, cjs and command`,
        () => {
          const nodes = fresh(join(folder, `node-${major}`), "node", [`node@${major}`]);
          return onNode(project(`node-${major}`), join(nodes, "node_modules/node/bin/node"), major);
        },
      ] as const,
  ),
  ...versions.compilers.map(
    (version) =>
      [
        `TypeScript ${version}, ${resolutions.join(", ")}, with and without DOM`,
        () => {
          const own = project(`typescript-${version}`, `typescript@${version}`);
          const typescript = join(own, "node_modules/typescript");
          for (const resolution of resolutions) {
            for (const dom of [true, false]) {
              expectText(complaints({ project: own, typescript, resolution, dom }), "");
            }
          }
          return versionIn(typescript);
        },
      ] as const,
  ),
  ...Object.entries(bundlers).map(
    ([name, bundle]) =>
      [
        name,
        async () => {
          const own = project(name.replace(" ", "-"));
          writeFileSync(join(own, "app.mjs"), esm);
          expectText(run(await bundle(own)), printed);
          return "its bundle runs where nothing is installed";
        },
      ] as const,
  ),
  [
    "Next.js standalone",
    async () => {
      const own = project("next", ...versions.next);
      await byNext(own);
      return `${versionIn(join(own, "node_modules/next"))} answers`;
    },
  ],
  [
    "Vitest",
    () => {
      const own = project("vitest", versions.vitest);
      byVitest(own);
      return versionIn(join(own, "node_modules/vitest"));
    },
  ],
  [
    "Jest, required and imported",
    () => {
      const own = project("jest", versions.jest);
      byJest(own);
      byJestAsModules(own);
      return versionIn(join(own, "node_modules/jest"));
    },
  ],
  [
    "worker under script-src 'self'",
    async () => {
      if (chromiumPath === undefined) throw new Error("no Chromium on this machine");
      return `Chromium ${await inWorker(project("worker"), chromiumPath)}`;
    },
  ],
];

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const chosen = consumers.filter(
  ([name]) => words.length === 0 || words.some((word) => name.toLowerCase().includes(word)),
);
if (chosen.length === 0) throw new Error(`no consumer is called ${words.join(" or ")}`);
mkdirSync(folder, { recursive: true });
let failed = 0;
for (const [name, use] of chosen) {
  const start = performance.now();
  const line = await Promise.resolve()
    .then(use)
    .then(
      (said) => ["pass", said],
      (error: Error & { stderr?: string }) => {
        failed++;
        return ["FAIL", [error.message, error.stderr].join("\n").trim()];
      },
    );
  console.log(`${line[0]}  ${name}: ${line[1]} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
}
rmSync(folder, { recursive: true, force: true });
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
