import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { accounting, formatQuantity, januaryScenarios } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { describe, expect, it } from "vitest";
import { chromiumPath } from "../site/chromium.js";
import { inTheBrowserFile } from "../tools/build/bundleBrowser.js";
import { readSource, root } from "./sources.js";

const { unpkg, jsdelivr } = JSON.parse(readSource("package.json").text) as Record<string, string>;
const path = join(root, unpkg as string);
const text = readFileSync(path, "utf8");
const duties = accounting({ baseline: usImports2024, scenario: januaryScenarios.china10 }).total
  .additionalDuties;

/** The page of the guide, word for word. */
const [, page = ""] = /```html\n([\s\S]+?)```/.exec(readSource("docs/guides/in-the-browser.md").text) ?? [];

describe("the file for a page without a bundler", () => {
  it("is what unpkg and jsdelivr are told to serve", () => expect(jsdelivr).toBe(unpkg));

  it("imports nothing, and asks for nothing later", async () => {
    const { metafile } = await build({
      entryPoints: [path],
      bundle: true,
      packages: "external",
      format: "esm",
      metafile: true,
      write: false,
    });
    expect(Object.values(metafile.inputs).flatMap(({ imports }) => imports)).toEqual([]);
    expect(text).not.toMatch(/\b(fetch|XMLHttpRequest|importScripts)\s*\(/);
  });

  it("has every name of the entries it holds, and counts", async () => {
    const held = (await import(/* @vite-ignore */ pathToFileURL(path).href)) as Record<string, never>;
    for (const entry of inTheBrowserFile) {
      const names = Object.keys((await import(/* @vite-ignore */ entry)) as object);
      expect(names.filter((name) => !(name in held))).toEqual([]);
    }
    const {
      accounting: count,
      usImports2024: baseline,
      januaryScenarios: scenarios,
    } = held as never as {
      accounting: typeof accounting;
      usImports2024: typeof usImports2024;
      januaryScenarios: typeof januaryScenarios;
    };
    expect(count({ baseline, scenario: scenarios.china10 }).total.additionalDuties).toEqual(duties);
  });

  it("takes less than 141 kB", () => {
    const kB = brotliCompressSync(text).length / 1000;
    console.log(`the file for browsers: ${kB.toFixed(1)} of 141 kB`);
    // 140 until units of weight had tons and averages refused lines that stand twice.
    // 84 the first entry, 14 the imports of 2024, 23 the world and its figures, 10 formulas and uncertainty.
    expect(kB).toBeLessThan(141);
  });

  it.runIf(chromiumPath !== undefined)("answers on the page of the guide, with one request", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      const script = request.url === "/tariff-whatif.min.js";
      response.writeHead(request.url === "/favicon.ico" ? 204 : 200, {
        "content-type": script ? "text/javascript" : "text/html",
      });
      response.end(script ? text : request.url === "/" ? page : "");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const browser = await chromium.launch({
      executablePath: chromiumPath as string,
      args: ["--no-sandbox"],
    });
    try {
      const tab = await browser.newPage();
      await tab.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      await tab.locator("output:not(:empty)").waitFor({ timeout: 20_000 });
      expect(await tab.locator("p").textContent()).toBe(
        `China 10%: ${formatQuantity(duties, { moneyIn: "billion", places: 2, rounding: "half-even" })} a year more`,
      );
      expect(asked.filter((url) => url !== "/favicon.ico")).toEqual(["/", "/tariff-whatif.min.js"]);
    } finally {
      await browser.close();
      server.close();
    }
  });
});
