import { chapterOf, convertQuantity, longestPrefixOf, parseHsCode, sectionOf } from "tariff-whatif";
import { describe, expect, it } from "vitest";
import { expectRefusal } from "../support/refusal.js";

describe("goods", () => {
  it("reads codes with and without dots", () => {
    expect(["27", "2709", "2709.00", "8703.23.00", "7326.90.86.88"].map(parseHsCode)).toEqual([
      "27",
      "2709",
      "270900",
      "87032300",
      "7326908688",
    ]);
  });

  it.each([
    "",
    "2",
    "270",
    "27AB",
    "27090000000",
    "123456789012",
    "27..09",
    ".27",
    "27.",
    "2.70",
    "２７",
    "27\n",
    "-27",
    "27 09",
  ])("refuses %j", (code) => {
    expectRefusal(() => parseHsCode(code), "not-an-hs-code", "code");
    expectRefusal(() => chapterOf(code), "not-an-hs-code", "code");
    expectRefusal(() => sectionOf(code), "not-an-hs-code", "code");
    expectRefusal(() => longestPrefixOf("27", ["84", code]), "not-an-hs-code", "prefixes[1]");
  });

  it("says what is likely to have happened to a code", () => {
    const advice = (code: unknown) =>
      expectRefusal(() => parseHsCode(code as string), "not-an-hs-code", "code").advice;
    expect(advice("101210010")).toContain('lost its leading zero: then write "0101210010".');
    expect(advice("0101 21 00")).toContain("spaces in it: leave them out.");
    expect(advice("8.5076E+09")).toContain("its digits are lost");
    expect(advice(8703)).toContain("A number loses leading zeros.");
  });

  it("converts quantities exactly between units of one kind, and no others", () => {
    expect(convertQuantity({ quantity: "2.5", from: "dozen", to: "piece" })).toBe("30");
    expect(convertQuantity({ quantity: "1200", from: "piece", to: "gross" })).toBe("25/3");
    // 2,000 and 2,240 international pounds of 0.45359237 kg.
    expect(convertQuantity({ quantity: "1", from: "short ton", to: "kg" })).toBe("907.18474");
    expect(convertQuantity({ quantity: "1", from: "long ton", to: "pound" })).toBe("2240");
    for (const ton of ["ton", "tons"])
      expectRefusal(
        () => convertQuantity({ quantity: "1", from: ton as never, to: "kg" }),
        "unknown-unit",
        "from",
      );
    expectRefusal(() => convertQuantity({ quantity: "1", from: "liter", to: "kg" }), "unit-mismatch", "to");
    expectRefusal(
      () => convertQuantity({ quantity: "1", from: "furlong" as never, to: "kg" }),
      "unknown-unit",
      "from",
    );
  });

  it("refuses a number: 0101 would lose its zero", () => {
    expectRefusal(() => parseHsCode(8703 as never), "not-an-hs-code", "code");
  });

  it("puts every chapter into the section of the official table, at its borders", () => {
    const borders: [string, string][] = [
      ["01", "I"],
      ["05", "I"],
      ["06", "II"],
      ["14", "II"],
      ["15", "III"],
      ["16", "IV"],
      ["24", "IV"],
      ["25", "V"],
      ["27", "V"],
      ["28", "VI"],
      ["38", "VI"],
      ["39", "VII"],
      ["40", "VII"],
      ["41", "VIII"],
      ["43", "VIII"],
      ["44", "IX"],
      ["46", "IX"],
      ["47", "X"],
      ["49", "X"],
      ["50", "XI"],
      ["63", "XI"],
      ["64", "XII"],
      ["67", "XII"],
      ["68", "XIII"],
      ["70", "XIII"],
      ["71", "XIV"],
      ["72", "XV"],
      ["83", "XV"],
      ["84", "XVI"],
      ["85", "XVI"],
      ["86", "XVII"],
      ["89", "XVII"],
      ["90", "XVIII"],
      ["92", "XVIII"],
      ["93", "XIX"],
      ["94", "XX"],
      ["96", "XX"],
      ["97", "XXI"],
      ["98", "XXII"],
      ["99", "XXII"],
    ];
    for (const [chapter, section] of borders)
      expect([chapter, sectionOf(`${chapter}0000`).section]).toEqual([chapter, section]);
    expectRefusal(() => sectionOf("00"), "not-an-hs-code", "code");
  });

  it("names every chapter but 77", () => {
    for (let chapter = 1; chapter < 100; chapter++) {
      const code = String(chapter).padStart(2, "0");
      const { name } = chapterOf(`${code}01`);
      expect(name === `Chapter ${code}`, code).toBe(chapter === 77);
    }
    expect(chapterOf("2709.00")).toEqual({ chapter: "27", name: "Mineral fuels and oils" });
  });

  it("finds the longest prefix, whatever the order", () => {
    expect(longestPrefixOf("8503004500", ["85", "8503", "85030045", "850300"])).toBe("85030045");
    expect(longestPrefixOf("8503004500", ["8503.00"])).toBe("850300");
    expect(longestPrefixOf("85", ["8503"])).toBeUndefined();
    expect(longestPrefixOf("8503", [])).toBeUndefined();
    expect(longestPrefixOf("8503", ["8503"])).toBe("8503");
  });
});
