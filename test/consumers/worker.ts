import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { expectText } from "./expectText.js";
import { amount } from "./program.js";

/** The recipe of docs/guides/in-the-browser.md: scenario and baseline come as JSON, and are parsed inside. */
const inside = `
import { accounting, parseBaseline, parseScenario, requireClosed } from "tariff-whatif";
onmessage = ({ data }) => {
  const { baseline, scenario } = JSON.parse(data);
  const outcome = accounting({
    baseline: parseBaseline(baseline),
    scenario: requireClosed(parseScenario(scenario)),
  });
  postMessage(outcome.total.additionalDuties.amount);
};
`;
const outside = `
import { bind, januaryScenarios } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
const worker = new Worker("/worker.js", { type: "module" });
const show = (text) => { document.body.innerHTML = "<output></output>"; document.querySelector("output").textContent = text; };
worker.onerror = (event) => show("error: " + event.message);
worker.onmessage = ({ data }) => show(data);
const scenario = bind(januaryScenarios.europeanUnion, { euRate: "10%" });
worker.postMessage(JSON.stringify({ baseline: usImports2024, scenario }));
`;

async function bundled(project: string, contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: project },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    outfile: join(project, "out.js"),
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

/** A worker computes in Chromium on a page whose policy allows its own scripts and nothing else. */
export async function inWorker(project: string, executablePath: string): Promise<string> {
  const files: Record<string, readonly [string, string]> = {
    "/": ["text/html", '<!doctype html><body><script type="module" src="/page.js"></script>'],
    "/page.js": ["text/javascript", await bundled(project, outside)],
    "/worker.js": ["text/javascript", await bundled(project, inside)],
  };
  const server = createServer((request, response) => {
    const [type, text] = files[request.url ?? ""] ?? ["text/plain", ""];
    response.writeHead(text === "" ? 404 : 200, {
      "content-type": type,
      "content-security-policy": "default-src 'none'; script-src 'self'; worker-src 'self'",
    });
    response.end(text);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    const problems: string[] = [];
    page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
    page.on("pageerror", (error) => problems.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    // Not waitForFunction: it evaluates text, which the policy of the page rightly refuses.
    expectText((await page.locator("output").textContent({ timeout: 20_000 })) ?? "", amount);
    // The browser asks for a picture of the page by itself.
    expectText(problems.filter((text) => !/favicon|404/.test(text)).join("\n"), "");
    return browser.version();
  } finally {
    await browser.close();
    server.close();
  }
}
