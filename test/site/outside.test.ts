import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { toCsv } from "tariff-whatif";
import { worldSectors2011 } from "tariff-whatif/data/world-sectors-2011";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { csvOf } from "../../docs/.vitepress/playground/download.js";
import { allFlows } from "../../docs/.vitepress/playground/flows.js";
import { defaultState, economyCodes, readState } from "../../docs/.vitepress/playground/state.js";
import { cli } from "../cli/runCli.js";
import { areSolved } from "./areSolved.js";
import { chromiumPath } from "./chromium.js";
import { serveSite } from "./serve.js";

const step = {
  id: "all",
  title: "all goods",
  operator: "add",
  authority: "tariff",
  rate: "10%",
  importers: ["USA"],
  exporters: ["CHN"],
  products: "all",
  dates: {},
  status: "threatened",
  source: { title: "a test" },
};
const own = (rate: string) =>
  JSON.stringify({
    id: "own",
    title: "My own",
    evaluate: { on: "any-date", statuses: "any-status" },
    steps: [{ ...step, rate }],
  });

describe("an address", () => {
  it.each([
    "#cn=10&cn=50",
    "#g=999-999",
    "#c=77&t=market",
    "#o=others&t=curve",
    "#ec=ZZZ",
    "#es=20",
    "#cn=201",
    "#cn=NaN",
    "#a=1",
  ])("%s is refused as a whole, with a sentence", (hash) => {
    const { state, problem } = readState(hash);
    expect(state).toBe(defaultState);
    expect(problem).toContain("the article's scenario");
  });

  it.each(["", "#", "#VPContent", "#playground"])("%s says nothing of a state", (hash) =>
    expect(readState(hash)).toEqual({ state: defaultState, problem: "" }),
  );

  it("may name every economy and every chapter that there is", () => {
    expect([...economyCodes]).toEqual([...worldSectors2011.economies]);
    const chapters = new Set(allFlows().map(({ chapter }) => chapter));
    expect(chapters.size).toBeGreaterThan(90);
    expect([...chapters].filter((chapter) => readState(`#c=${chapter}`).problem !== "")).toEqual([]);
  });
});

it("a file of a table says in each row what it shows, of which scenario and on whose trade", () => {
  const figure = { title: "Duties", caption: "US imports. 1 of 2 shown.", scope: "US imports.", summary: "" };
  const table = { file: "x", columns: ["partner", "USD billion a year"], rows: [["China", 1.5]] };
  expect(csvOf({ ...figure, ...table, draw: () => null as never }, "China 10%")).toBe(
    toCsv([
      {
        partner: "China",
        "USD billion a year": "1.5",
        scenario: "China 10%",
        shows: "Duties",
        covers: "US imports.",
      },
    ]),
  );
});

describe.runIf(chromiumPath !== undefined)("the playground as others meet it", () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;
  beforeAll(async () => {
    site = await serveSite();
    browser = await chromium.launch({ executablePath: chromiumPath as string, args: ["--no-sandbox"] });
  });
  afterAll(async () => {
    await browser?.close();
    site?.close();
  });

  async function open(
    path: string,
    options: BrowserContextOptions & { readonly blocked?: RegExp; readonly runs?: boolean } = {},
  ): Promise<Page> {
    const { blocked, runs = true, ...context } = options;
    const page = await (await browser.newContext(context)).newPage();
    if (blocked !== undefined) await page.route(blocked, (route) => route.abort());
    await page.goto(site.address + path);
    if (runs) await page.waitForSelector("input[type=range]:not([disabled])");
    return page;
  }
  const numbers = (page: Page) => page.locator("[data-number]").allInnerTexts();
  const done = (page: Page) => page.context().close();

  it("keeps its state when the link past the bar is followed", async () => {
    const page = await open("/playground.html#cn=50");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.id === "VPContent");
    expect(await page.locator("#rate-CHN").inputValue()).toBe("50");
    expect(await page.getByRole("alert").count()).toBe(0);
    await page.waitForURL(/#cn=50$/);
    await done(page);
  });

  it("shows where the keyboard is, on whatever takes its keys", async () => {
    const page = await open("/playground.html#t=time");
    await page.locator("#panel select").waitFor();
    await page.getByText("Edit as JSON").click();
    await page.keyboard.press("Tab");
    for (const place of [
      "#rate-CHN",
      "input[type=checkbox] >> nth=0",
      "#own",
      "#panel select",
      "#panel input",
    ]) {
      await page.locator(place).focus();
      expect(await page.locator(place).evaluate((part) => getComputedStyle(part).outlineStyle)).toBe("solid");
    }
    await done(page);
  });

  it("has a working that moves with its number, and gives the focus back", async () => {
    const page = await open("/playground.html");
    const button = page.getByRole("button", { name: "Show the working of Average duty on US imports" });
    await button.press("Enter");
    const working = page.getByRole("region", { name: "The working, line by line" });
    expect(await working.innerText()).toContain("10.67906548");
    await page.locator("#rate-CHN").press("End");
    await page.getByText("China 200%").first().waitFor();
    expect(await working.innerText()).toContain("35.71");
    await page.getByRole("button", { name: "Close the working" }).press("Enter");
    expect(await button.evaluate((part) => part === document.activeElement)).toBe(true);
    await done(page);
  });

  it("has no number of another scenario beside one that a model refuses", async () => {
    const page = await open("/playground.html");
    await page.waitForFunction(areSolved);
    await page.getByText("Edit as JSON").click();
    await page.locator("#own").fill(own("1000000%"));
    await page.getByRole("alert").waitFor();
    await page.waitForFunction(() => document.querySelectorAll("[data-number]")[3]?.textContent === "…");
    expect(await page.getByText("not these rates").count()).toBe(1);
    await done(page);
  });

  it("says of which scenario the numbers are where the JSON in an address is none", async () => {
    const page = await open("/playground.html#j=%7B");
    expect(await page.getByRole("alert").innerText()).toMatch(/not JSON.*China 10%, Mexico 25%, Canada 25%/);
    await page.waitForFunction(areSolved);
    await done(page);
  });

  it("shows, behind the link of the home page, the number that stands there", async () => {
    const page = await open("/");
    await page.locator("#home-eu").press("PageUp");
    const alone = (await numbers(page))[0];
    await page.getByRole("link", { name: "Open the EU rate in the playground" }).click();
    await page.locator("#rate-EU27:not([disabled])").waitFor();
    await page.getByRole("heading", { name: /^European Union \d+%$/ }).waitFor();
    expect((await numbers(page))[0]).toBe(alone);
    await done(page);
  });

  it("has a curve that begins where the sliders stand: without a rate there is none on energy", async () => {
    const page = await open("/playground.html#en=1&ca=0&t=curve&o=CAN");
    await page.locator("#panel svg").waitFor();
    await page.waitForFunction(areSolved);
    const [, react] = await numbers(page);
    expect(await page.locator("#panel svg").getAttribute("aria-label")).toContain(
      `At 0% the tariffs raise ${react}`,
    );
    await done(page);
  });

  it("draws one market at the rate that it pays, and says where there is none", async () => {
    const energy = await open("/playground.html#en=1&t=market&c=27&o=CAN");
    await energy.locator("#panel svg").waitFor();
    expect(await energy.locator("#panel svg").getAttribute("aria-label")).toContain("A tariff of 10%");
    await done(energy);
    const none = await open("/playground.html#t=market&c=45&o=RUS");
    const found = allFlows().find(({ exporter, chapter }) => exporter === "RUS" && chapter === "45");
    expect(Number(found?.customsValue.amount ?? 0)).toBe(0);
    await none.getByText("imported nothing of chapter 45 from Russia").waitFor();
    await done(none);
  });

  it.each([
    ["no script at all", { javaScriptEnabled: false }],
    ["scripts that do not come", { blocked: /\.js$/ }],
    ["a program that does not come", { blocked: /PlayGround.*\.js$/ }],
  ])("is not empty with %s, and says whose numbers it shows", async (_, options) => {
    const page = await open("/playground.html#cn=50", { ...options, runs: false });
    await page.getByText("whatever the address says").waitFor({ timeout: 15_000 });
    expect(await page.locator(".pg.play").isVisible()).toBe(true);
    expect(await numbers(page)).toContain("USD 271.7 billion");
    await done(page);
  });

  it("says so where a part of it does not come", async () => {
    const page = await open("/playground.html#t=till", { blocked: /\/till[^/]*\.js$/ });
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").innerText()).toContain("did not load");
    await done(page);
  });

  it("prints without the bar of the site", async () => {
    const page = await open("/playground.html");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".VPNav").isVisible()).toBe(false);
    await done(page);
  });

  async function saved(page: Page, button: string): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: button }).first().click(),
    ]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    return Buffer.concat(parts).toString("utf8");
  }

  it("saves drawings that are read on white paper, from a dark page too", async () => {
    const page = await open("/playground.html", { colorScheme: "dark" });
    await page.locator("#panel summary").first().click();
    const svg = await saved(page, "Save as SVG");
    const paper = await page.evaluate((text) => {
      const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
      const [title, desc, rect] = root.children;
      return [title?.tagName, desc?.textContent?.split(". ")[0], rect?.getAttribute("fill")];
    }, svg);
    expect(paper).toEqual(["title", "China 10%, Mexico 25%, Canada 25%", "#1b1b1f"]);
    await done(page);
  });

  it("saves JSON that the command line runs, to the same number", async () => {
    const page = await open("/playground.html#en=1&eu=25");
    await page.getByText("Edit as JSON").click();
    const json = await saved(page, "Save as JSON");
    const { code, out } = await cli(["run", "-", "--model", "accounting", "--places", "1"], json);
    expect(code).toBe(0);
    expect(out).toContain((await numbers(page))[0]);
    await done(page);
  });
});
