import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readHtsSchedule, readUkTariff } from "tariff-whatif/readers";
import { describe, expect, it } from "vitest";

const folder = fileURLToPath(new URL("cases/formats/", import.meta.url));
const expectedOf = (name: string) => JSON.parse(readFileSync(`${folder}${name}/expected.json`, "utf8"));

describe("schedules of duties", () => {
  it("HTS: each line with the rates it inherits", async () => {
    const expected = expectedOf("hts-json");
    const { lines, chapter99, counts } = await readHtsSchedule({ source: `${folder}hts-json/sample.json` });
    expect(counts).toEqual(expected.counts);
    for (const [at, wanted] of expected.lines.entries()) {
      const line = lines[at];
      expect(line?.row).toBe(wanted.at.row);
      for (const key of ["product", "general", "special", "column2", "units", "inheritedFrom"] as const)
        expect(line?.[key], `${key} of ${wanted.product}`).toEqual(wanted[key]);
      expect(line?.chapter99).toEqual(wanted.chapter99 ?? []);
    }
    expect(chapter99.map(({ row, heading, general }) => ({ row, heading, general }))).toEqual(
      expected.chapter99.map(
        ({ at, heading, general }: { at: { row: number }; heading: string; general: string }) => ({
          row: at.row,
          heading,
          general,
        }),
      ),
    );
  });

  it("UK: customs duties, and what is none", async () => {
    const expected = expectedOf("uk-tariff-api");
    const { duties, skipped, mfn, product } = await readUkTariff({
      source: `${folder}uk-tariff-api/sample.json`,
    });
    expect(product).toBe("0101300000");
    expect(mfn).toBe(expected.mfn);
    expect(duties).toHaveLength(expected.measures.length);
    for (const [at, wanted] of expected.measures.entries()) {
      for (const key of ["id", "type", "origin", "text", "rate"] as const)
        expect(duties[at]?.[key]).toBe(wanted[key]);
      expect(duties[at]?.originIsGroup).toBe(wanted.originIsGroup ?? false);
      expect(duties[at]?.excluded).toEqual(wanted.excluded ?? []);
    }
    expect(skipped.map(({ id, reason }) => [id, reason]).sort()).toEqual(
      expected.skip.map(({ id, reason }: { id: string; reason: string }) => [id, reason]).sort(),
    );
  });
});
