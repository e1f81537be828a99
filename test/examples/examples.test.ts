import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { promisify } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { haveShared } from "../support/sharedCases.js";

const run = promisify(execFile);
/** In a process of its own, as a reader runs it. */
const command = async (...words: string[]): Promise<string> => {
  const { stdout, stderr } = await run("node", [
    "node_modules/tsx/dist/cli.mjs",
    "examples/run.ts",
    ...words,
  ]);
  expect(stderr).toBe("");
  return stdout;
};

/** In this process, which has the library loaded: eleven processes took as long as all other tests together. */
const example = async (name: string, ...words: string[]): Promise<string> => {
  const lines: string[] = [];
  // An example that has run already runs again only if it is loaded anew.
  if (words.length > 0) vi.resetModules();
  vi.stubGlobal("process", { ...process, argv: ["node", "examples/run.ts", name, ...words] });
  vi.spyOn(console, "log").mockImplementation((...words) => void lines.push(words.join(" ")));
  const errors = vi.spyOn(console, "error");
  await import(`../../examples/${name}.ts`);
  expect(errors).not.toHaveBeenCalled();
  return `${lines.join("\n")}\n`;
};

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Lines that must stand in what an example prints: the figures a reader would take away. */
const promised: Readonly<Record<string, readonly string[]>> = {
  "threatened-tariffs": [
    "42,942,583.50",
    "228,783,106.00",
    "271,725,689.50",
    "253,132,379.95",
    "421,093,998.00",
    "15.2616%",
  ],
  "eu-rate-unknown": ["Open: euRate", "USD 59.7 billion", "16.737151%", "Monte Carlo error"],
  "the-240-billion": [
    "at most USD 146.3 billion",
    "+28.1 percent a year",
    "1.2565",
    "contradicted",
    "passed in 2024",
    "+17.9 percent",
  ],
  "explain-one-rate": ["25% -> 10%", "Result: 81.9%", "Result: 12.5%", "expired", "Result: 2.5%"],
  "one-entry": ["1541.40", "1050.00", "301.95", "33.62% of the customs value 87167"],
  "rate-in-may": ["170%", "25.5%", "39.5%", 'On 5 May 2025: {"CHN":"170%","CAN":"25%","DEU":"10%"}'],
  "predicted-and-realised": [
    "2024-06: predicted 2.35%, realised 2.33%",
    "2025-04: predicted 22.01%, realised 7.07%",
    "2025-08: predicted 18.96%, realised 10.55%",
    "unexplained",
  ],
  "who-pays": ["42.9", "importing firms", "better terms of trade", "-54.3"],
  "revenue-curve": ["revenue-maximising rate", "62.9%", "USD 112.2 billion"],
  "world-welfare": [
    "-2.89%",
    "USD 108.8 billion",
    "USD 271.7 billion",
    "TWN is in the weights",
    "No winners",
  ],
  "best-tariff": ["24.89%", "14.05%", "Nash tariffs"],
  "liberation-day": ["and name their folder"],
  "who-wins-where": ["+134.3%", "-54.0%", "Electrical and optical equipment gains most (+10.2%)", "-1.26%"],
  "tariff-war": ["11.97%", "less than 1e-8", "would sign", "name a folder"],
  "nafta-1993": ["Name the folder"],
  "my-csv": ["10 rows read, 0 left out, 0 wrong.", "USD 1,322.0 million", "USD 243.6 million"],
  "score-lines": ["Name the file of lines"],
  warehouse: [
    "Lines that cannot be scored: 0",
    "CAN 2709001000: 100000.00 more",
    "CAN 0101210010: 202356.50 more",
    "CHN 8507600010: 243620133.30 more",
  ],
  "at-the-till": ["New motor vehicles", "820", "3.34 %", "5.83 %"],
  "by-tenth": ["820 dollars", "500 dollars at a rate of"],
  "own-prices": ["4.682", "6.788", "17.37 kroner"],
  retaliation: ["Answered in kind", "USD -231.1 billion", "chosen by the user", "European Union (27)"],
};

describe("examples", () => {
  const names = readdirSync("examples").map((file) => file.replace(/\.ts$/, ""));

  it("are all run here", () => {
    // Pictures are drawn and compared by test/house/pictures.test.ts.
    expect(names.filter((name) => name !== "run" && name !== "pictures").sort()).toEqual(
      Object.keys(promised).sort(),
    );
  });

  it.each(Object.entries(promised))("%s prints what it promises", async (name, lines) => {
    const printed = await example(name);
    for (const line of lines) expect(printed).toContain(line);
    expect(printed).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it.skipIf(!haveShared)(
    `tariff-war sets the printed table of 2014 beside ours${haveShared ? "" : " (SKIPPED: ../shared is absent)"}`,
    async () => {
      const printed = await example(
        "tariff-war",
        "../shared/data/world-wiod-2014",
        "../shared/cases/strategy/nash-tariffs-2014-published.csv",
      );
      expect(printed).toContain("All 44 against all, by the first-order formula");
      expect(printed).toMatch(/USA +\| +41\.15% +\| +-0\.62% +\| +43\.6 +\| +-0\.76/);
      expect(printed).toContain(
        "Mean of 43 countries: tariff 38.8%, printed 40.8%; welfare -2.44%, printed -2.43%.",
      );
      expect(printed).not.toMatch(/NaN|Infinity|undefined|\[object/);
    },
  );

  it("threatened-tariffs --json prints one object whose parts add up", async () => {
    const { scenarios } = JSON.parse(await command("threatened-tariffs", "--json")) as {
      scenarios: {
        id: string;
        model: string;
        additionalDutiesUsd: string;
        effectiveRate: string;
        byPartner: Record<string, string>;
      }[];
    };
    expect(scenarios.map(({ id, additionalDutiesUsd }) => [id, additionalDutiesUsd])).toEqual([
      ["baseline", "0"],
      ["china-10", "42942583500"],
      ["mexico-canada-25", "228783106000"],
      ["china-mexico-canada", "271725689500"],
      ["china-mexico-canada-energy-10", "253132379950"],
      ["china-mexico-canada-eu-10", "331473012900"],
      ["china-mexico-canada-eu-25", "421093998000"],
    ]);
    const rates = scenarios.map(({ effectiveRate }) => Number(effectiveRate.replace("%", "")).toFixed(4));
    expect(rates).toEqual(["2.3427", "3.6601", "9.3616", "10.6791", "10.1086", "12.5121", "15.2616"]);
    for (const { model, additionalDutiesUsd, byPartner } of scenarios) {
      expect(model).toBe("accounting");
      const sum = Object.values(byPartner).reduce((total, amount) => total + Number(amount), 0);
      expect(sum).toBe(Number(additionalDutiesUsd));
    }
  });

  it("an unknown name lists the known ones", async () => {
    await expect(
      run("node", ["node_modules/tsx/dist/cli.mjs", "examples/run.ts", "nothing"]),
    ).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("npm run example -- threatened-tariffs"),
    });
  });
});
