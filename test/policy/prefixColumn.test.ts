import fc from "fast-check";
import { longestPrefixOf } from "tariff-whatif";
import { expect, it } from "vitest";
import { prefixColumn } from "../../src/policy/rates/prefixColumn.js";

const digits = (length: number) =>
  fc
    .array(fc.constantFrom("0", "1", "2"), { minLength: length - 1, maxLength: length - 1 })
    .map((rest) => `1${rest.join("")}`);
const codes = fc.constantFrom(2, 4, 6, 8, 10).chain(digits);

it("finds for all products at once what each has for its longest prefix", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(codes, { minLength: 1, maxLength: 60 }),
      fc.uniqueArray(codes, { maxLength: 20 }),
      (products, prefixes) => {
        const { at, found, wider } = prefixColumn(prefixes, products as never);
        products.forEach((product, position) => {
          expect(prefixes[at[position]!]).toBe(longestPrefixOf(product, prefixes));
          const tellsApart = prefixes.some((each) => each !== product && each.startsWith(product));
          expect(wider.includes(position)).toBe(tellsApart);
        });
        expect([...found].sort()).toEqual([...products.keys()].filter((each) => at[each] !== -1).sort());
      },
    ),
    { numRuns: 500 },
  );
});
