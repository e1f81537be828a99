import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundlers, run } from "../consumers/bundlers.js";
import { complaints, resolutions } from "../consumers/compile.js";
import { esm, printed } from "../consumers/program.js";
import { root } from "./sources.js";
import { type Installed, install, staleness } from "./tarball.js";

let installed: Installed;
beforeAll(() => {
  const stale = staleness();
  if (stale !== undefined) throw new Error(stale);
  installed = install();
  writeFileSync(join(installed.project, "app.mjs"), esm);
});
afterAll(() => installed?.remove());

describe("a consumer that is traced or bundled", () => {
  it.each(Object.entries(bundlers))("runs by way of %s", async (_, bundle) => {
    expect(run(await bundle(installed.project))).toBe(printed);
  });
});

describe("a consumer's compiler", () => {
  it.each(resolutions)(
    "takes the types with %s resolution, without DOM types, node types or skipLibCheck",
    (resolution) => {
      const typescript = join(root, "node_modules/typescript");
      expect(complaints({ project: installed.project, typescript, resolution, dom: false })).toBe("");
    },
  );
});
