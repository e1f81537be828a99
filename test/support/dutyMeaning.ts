/** The meaning of a duty text, in the words of the shared cases or of the package. */
interface Meaning {
  readonly kind: string;
  readonly components?: readonly Record<string, unknown>[];
  readonly least?: Sum;
  readonly greatest?: Sum;
  readonly seasons?: readonly (Meaning & { readonly spells: unknown })[];
  readonly notCovered?: unknown;
  readonly sameAs?: string;
  readonly needs?: readonly string[];
  readonly reference?: { readonly to: string; readonly ranges?: unknown };
}
interface Sum {
  readonly components?: readonly Record<string, unknown>[];
  readonly byReference?: string;
}

/** Products of two counts have a name in the cases and two keys here. */
const products: Readonly<Record<string, object>> = {
  "% vol per hl": {
    per: "hl",
    forEach: "% alcohol by volume",
    inBaseUnits: { quantity: "100", unit: "liter" },
  },
  "% sucrose per kg": {
    per: "kg",
    forEach: "% sucrose by weight",
    measuredOn: "net weight",
    inBaseUnits: { quantity: "100", unit: "kg" },
  },
  "line per gross": { per: "gross", forEach: "lines", inBaseUnits: { quantity: "144", unit: "piece" } },
  head: { per: "piece" },
};

/** What one addend says, without how it was written. */
function component(source: Record<string, unknown>): unknown {
  if ("byReference" in source) return { byReference: source.byReference };
  const { unitAsWritten, note, asWritten, ...rest } = source;
  if (rest.adValorem === null) delete rest.adValorem;
  const ratio = rest.adValoremRatio as { numerator: string; denominator: string } | undefined;
  if (ratio) rest.adValoremRatio = Number(ratio.numerator) / Number(ratio.denominator);
  const less = rest.less as Record<string, unknown> | undefined;
  if (less) {
    const { unitAsWritten: _, currency, per, ...off } = less;
    rest.less = off;
  }
  return { ...rest, ...products[rest.per as string] };
}

const sum = (source: Sum | undefined) =>
  source && (source.components ?? [source as Record<string, unknown>]).map(component);

/** The same meaning in one form, whichever of the two it was stated in. */
export function dutyMeaning(source: object): object {
  const { kind, components, least, greatest, seasons, notCovered, sameAs, needs, reference } =
    source as Meaning;
  return {
    kind,
    components: (components ?? []).map(component),
    least: sum(least),
    greatest: sum(greatest),
    seasons: seasons?.map((season) => ({ spells: season.spells, ...dutyMeaning(season) })),
    notCovered: notCovered === undefined ? undefined : [notCovered].flat(),
    sameAs,
    // The cases list the jewels of the whole beside the jewels of each piece; only the latter are counted.
    needs: needs?.filter((name) => name !== "jewel" || !needs.includes("jewel per piece")).toSorted(),
    reference: reference && { to: reference.to, ranges: reference.ranges },
  };
}
