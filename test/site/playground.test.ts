import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { brotliCompressSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import { accounting, bind, formatQuantity, januaryScenarios } from "tariff-whatif";
import { usImports2024 } from "tariff-whatif/data/us-imports-2024";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import { sectoralEquilibrium } from "tariff-whatif/sectors";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { areSolved } from "./areSolved.js";
import { chromiumPath } from "./chromium.js";
import { serveSite } from "./serve.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const billions = { moneyIn: "billion", places: 1, rounding: "half-even" } as const;

describe.runIf(chromiumPath !== undefined)("the playground in Chromium", () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  const problems: string[] = [];

  beforeAll(async () => {
    site = await serveSite();
    browser = await chromium.launch({ executablePath: chromiumPath as string, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  async function open(path: string, dark = false, width = 1280): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? "dark" : "light",
      reducedMotion: "reduce",
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => problems.push(`${path}: ${error.message}`));
    page.on("console", (message) => {
      if (message.type() === "error") problems.push(`${path}: ${message.text()}`);
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(site.address) && !/^(data|blob):/.test(request.url())) {
        problems.push(`${path}: asks for ${request.url()}`);
      }
    });
    await page.goto(site.address + path);
    await page.waitForSelector(".pg [data-number]");
    // The numbers stand in the built page; sliders answer once it runs.
    await page.waitForSelector("input[type=range]:not([disabled])");
    return page;
  }
  const number = (page: Page, name: string) => page.locator(`[data-number="${name}"]`).innerText();

  it("opens on the article's scenario, with the numbers of the library", async () => {
    const page = await open("/playground.html");
    const { total } = accounting({ baseline: usImports2024, scenario: januaryScenarios.chinaMexicoCanada });
    expect(await number(page, "Additional duties, nobody reacts")).toBe(
      formatQuantity(total.additionalDuties, billions),
    );
    await page.context().close();
  });

  it("holds every number as it is built, those of the solvers too", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${site.address}/playground.html`);
    const built = await page.locator(".cards [data-number]").allInnerTexts();
    await context.close();
    const run = await open("/playground.html");
    expect(await run.locator(".cards [data-number]").allInnerTexts()).toEqual(built);
    await run.waitForFunction(areSolved);
    expect(await run.locator(".cards [data-number]").allInnerTexts()).toEqual(built);
    expect(built).toHaveLength(5);
    expect(built.every((text) => /\d/.test(text))).toBe(true);
    await run.context().close();
  });

  it("keeps its state in the address: a link shows the same", async () => {
    const page = await open("/playground.html#cn=0&mx=0&ca=0&eu=25&t=trade");
    const scenario = bind(januaryScenarios.europeanUnion, { euRate: "25%" });
    const { total } = accounting({ baseline: usImports2024, scenario });
    expect(await number(page, "Additional duties, nobody reacts")).toBe(
      formatQuantity(total.additionalDuties, billions),
    );
    expect(await page.getByRole("tab", { selected: true }).innerText()).toBe("Trade");
    await page.context().close();
  });

  it.each(["CHN", "MEX", "CAN", "EU27", "RUS", "others"])(
    "has a slider for %s that answers",
    async (partner) => {
      const page = await open("/playground.html");
      const before = await number(page, "Additional duties, nobody reacts");
      await page.locator(`#rate-${partner}`).focus();
      await page.keyboard.press("ArrowRight");
      await page.waitForFunction(
        (old) => document.querySelector("[data-number]")?.textContent !== old,
        before,
      );
      expect(await page.getByRole("alert").count()).toBe(0);
      await page.context().close();
    },
  );

  it("says who hires and who fires by industry, as the library does", async () => {
    const page = await open("/playground.html#t=industries&ec=MEX");
    await page.locator("#panel figure svg").first().waitFor();
    const { equilibrium } = sectoralEquilibrium({
      baseline: usImports2024,
      scenario: januaryScenarios.chinaMexicoCanada,
      assumptions: {
        figures: worldSectors2011,
        baselineTariffs: "none",
        deficits: "ofTheData",
        weights: "baseline",
      },
    });
    const mexico = equilibrium.economies.find(({ economy }) => economy === "MEX");
    const said = await page.locator("#panel > p").innerText();
    expect(said).toContain(`welfare ${mexico?.welfarePercent.toFixed(2)}%`);
    await page.locator("#panel select").selectOption("CAN");
    await page.getByText("Employment by industry, Canada").waitFor();
    await page.context().close();
  });

  it("follows the rate of a good through time, and says where a code is too short", async () => {
    const page = await open("/playground.html#t=time&o=CHN&h=9503000073");
    await page.locator("#panel figure svg").waitFor();
    // As the documentation of lawOn has it: 145 % on toys on 1 May 2025.
    expect(await page.locator("#panel > p[aria-live]").innerText()).toContain("highest 145%");
    await page.locator("#panel input").fill("9503");
    await page.locator("#panel input").press("Enter");
    await page.locator("#panel input").fill("6109");
    await page.locator("#panel input").press("Enter");
    await page.locator("#panel p.problem").waitFor();
    expect(await page.locator("#panel p.problem").innerText()).toContain("[finer-than-baseline]");
    await page.context().close();
  });

  it("has in the table behind a chart the numbers of the chart, where it is opened after a move", async () => {
    const page = await open("/playground.html");
    const cell = page.locator("#panel table td.number").first();
    const before = await cell.textContent();
    await page.locator("#rate-MEX").fill("50");
    await page.locator("#panel details").first().locator("summary").click();
    const { byPartner } = accounting({
      baseline: usImports2024,
      scenario: bind(januaryScenarios.europeanUnion, { euRate: "0%" }),
    });
    const imports = byPartner.find(({ key }) => key === "MEX")?.customsValue.amount;
    const half = (Number(imports) / 2e9).toLocaleString("en-GB", { maximumSignificantDigits: 6 });
    await page.waitForFunction(
      (wanted) => document.querySelector("#panel table td.number")?.textContent?.trim() === wanted,
      half,
    );
    expect(before?.trim()).not.toBe(half);
    await page.context().close();
  });

  it("says so where an address was tampered with, and shows the default", async () => {
    const page = await open("/playground.html#cn=1e9&x=%3Cscript%3E");
    expect(await page.getByRole("alert").innerText()).toContain("the article's scenario");
    expect(await page.locator("#rate-CHN").inputValue()).toBe("10");
    await page.context().close();
  });

  it("moves by keyboard, shows a working, and takes a scenario of one's own", async () => {
    const page = await open("/playground.html");
    const before = await number(page, "Additional duties, nobody reacts");
    await page.locator("#rate-EU27").focus();
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction((old) => document.querySelector("[data-number]")?.textContent !== old, before);
    await page.getByRole("button", { name: "Show the working of Average duty on US imports" }).click();
    expect(await page.getByRole("region", { name: "The working, line by line" }).innerText()).toContain(
      "Result",
    );
    await page.getByText("Edit as JSON").click();
    await page.locator("#own").fill('{"id": "x"}');
    await page.getByRole("alert").waitFor();
    await page.locator("#own").fill("{");
    await page.getByRole("alert").waitFor();
    await page.context().close();
  });

  it("paints within 50 ms of a move at the median, 100 ms the first", async () => {
    const moves = 25;
    const page = await open("/playground.html");
    await page.waitForFunction(areSolved);
    // What is counted is painted first: the browser itself says how long that takes, from 16 ms on. What is solved follows.
    await page.evaluate(() => {
      const shown = () =>
        document.querySelector('[data-number="Additional duties, buyers react"]')?.textContent;
      const frame = () => new Promise((done) => requestAnimationFrame(done));
      const taken = { counted: new Map<number, number>(), solved: new Map<number, number>() };
      new PerformanceObserver((list) => {
        for (const { name, startTime, duration } of list.getEntries())
          if (name === "keydown") taken.counted.set(startTime, duration);
      }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
      document.querySelector("#rate-EU27")?.addEventListener("keydown", async ({ timeStamp }) => {
        const old = shown();
        taken.counted.set(timeStamp, 16);
        while (shown() === old) await frame();
        // The frame in which it stands, and the next: between them it is painted.
        await frame();
        taken.solved.set(timeStamp, performance.now() - timeStamp);
      });
      Object.assign(globalThis, { taken });
    });
    await page.locator("#rate-EU27").focus();
    for (let move = 0; move < moves; move++) {
      await page.keyboard.press("ArrowRight");
      await page.waitForTimeout(200);
    }
    const taken = await page.evaluate(() => {
      const { counted, solved } = (
        globalThis as never as { taken: Record<"counted" | "solved", Map<number, number>> }
      ).taken;
      return { counted: [...counted.values()], solved: [...solved.values()] };
    });
    await page.context().close();
    for (const [name, times] of Object.entries(taken)) {
      expect(times).toHaveLength(moves);
      const median = [...times].sort((a, b) => a - b)[moves >> 1]!;
      console.log(
        `${name}: slider to painted ${times[0]!.toFixed(0)} ms the first, ${median.toFixed(0)} ms median`,
      );
      expect(median).toBeLessThan(150); // the target is 50 ms; a busy machine must not turn the suite red
    }
  });

  it("shows its first result within a second, the processor slowed four times", async () => {
    const taken: { counted: number; solved: number }[] = [];
    for (let load = 0; load < 5; load++) {
      // A context of its own has nothing in its cache.
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
      await page.goto(`${site.address}/playground.html`, { waitUntil: "commit" });
      // From the opening of the page to the frame in which so many numbers stand there, or have a model behind them.
      const since = (what: string) =>
        page.evaluate(async (what) => {
          while (document.querySelectorAll(what).length < 5)
            await new Promise((done) => requestAnimationFrame(done));
          return performance.now();
        }, what);
      const counted = await since(".cards [data-number]");
      taken.push({ counted, solved: await since(".cards button") });
      await context.close();
    }
    const median = (of: "counted" | "solved") => taken.map((one) => one[of]).sort((a, b) => a - b)[2]!;
    console.log(
      `four times slower: first result ${median("counted").toFixed(0)} ms, first solved ${median("solved").toFixed(0)} ms`,
    );
    expect(median("counted")).toBeLessThan(3000); // the target is 1000 ms; a busy machine must not turn the suite red
  });

  it("keeps what its two numbers are in sight on a phone, however far the page is scrolled", async () => {
    const page = await open("/playground.html", false, 390);
    await page.evaluate(() => window.scrollTo(0, 700));
    const hidden = await page.evaluate(() => {
      const strip = document.querySelector(".pg .strip")!;
      return [strip, ...strip.querySelectorAll("*")].filter((part) => {
        const { left, top } = part.getBoundingClientRect();
        const found = document.elementFromPoint(left + 2, top + 2);
        return found === null || !strip.contains(found);
      }).length;
    });
    expect(hidden).toBe(0);
    await page.context().close();
  });

  it("transfers little, everything the first tab computes included", async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const bodies: Promise<number>[] = [];
    page.on("response", (response) => {
      if (response.url().startsWith(site.address)) {
        bodies.push(response.body().then((body) => brotliCompressSync(body).length));
      }
    });
    await page.goto(`${site.address}/playground.html`);
    // Until the last number stands: what solves it has then arrived.
    await page.waitForFunction(areSolved);
    await page.waitForLoadState("networkidle");
    const kB = (await Promise.all(bodies)).reduce((sum, size) => sum + size, 0) / 1000;
    console.log(`the playground transfers ${kB.toFixed(0)} kB`);
    // The aim of the whole page. Charts other than bars, industries and law come with their tabs.
    expect(kB).toBeLessThan(250);
    await context.close();
  });

  it.each([
    ["/", false, 1280],
    ["/", true, 360],
    ["/playground.html", false, 360],
    ["/playground.html", true, 1280],
    ["/playground.html#t=world", false, 1280],
    ["/playground.html#t=curve", true, 360],
    ["/playground.html#t=market", false, 1280],
    ["/playground.html#t=game", false, 1280],
    ["/playground.html#t=industries", true, 360],
    ["/playground.html#t=industries", false, 1280],
    ["/playground.html#t=time&o=CHN", false, 360],
    ["/playground.html#t=time&o=CHN", true, 1280],
  ] as const)("%s (dark: %s, %i px) passes axe and fits its width", async (path, dark, width) => {
    const page = await open(path, dark, width);
    await page.waitForSelector(".pg figure svg");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await (
        globalThis as never as {
          axe: {
            run(options: object): Promise<{
              violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
            }>;
          };
        }
      ).axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} ${failureSummary}`),
      );
    });
    expect(found).toEqual([]);
    await page.context().close();
  });

  it("nothing on any page logged an error or left the page", () => expect(problems).toEqual([]));
});
