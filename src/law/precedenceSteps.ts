import type { DecimalText } from "../exact/decimal.js";
import type { HsCode } from "../goods/hsCode.js";
import type { IsoDate } from "../internal/isoDate.js";
import { conditionsOf } from "../policy/language/readConditions.js";
import type { ScaleStep, Step, StepShare } from "../policy/language/step.js";
import type { DatedMeasure } from "./datedMeasure.js";
import type { LawFacts } from "./lawFacts.js";
import { commonOf, coveredBy, holdsOn, metalShareOf } from "./measureSteps.js";

const rest = (share: DecimalText): DecimalText => `${Number((1 - Number(share)).toFixed(12))}` as DecimalText;

/**
 * What is left of an authority beside those that fall on metal: nothing on articles that are metal throughout, and on
 * derivatives what no metal on their lists takes.
 */
function besideMetal(metals: readonly DatedMeasure[], day: IsoDate, facts: LawFacts): StepShare {
  const taken = new Map<HsCode, ReadonlyMap<string, number>>();
  for (const measure of metals) {
    const share = Number(metalShareOf(measure, day, facts) ?? 1);
    for (const code of coveredBy(measure) ?? [])
      taken.set(code, new Map([...(taken.get(code) ?? []), [measure.authority, share]]));
  }
  const left = [...taken].map(([code, shares]): [HsCode, DecimalText] => {
    const all = [...shares.values()].reduce((sum, share) => sum + share, 0);
    return [code, rest(`${Math.min(1, all)}`)];
  });
  return { byProduct: Object.fromEntries(left) };
}

const chapters = Array.from({ length: 99 }, (_, at) => `${at + 1}`.padStart(2, "0"));

type Claims = Extract<LawFacts["northAmericanClaims"]["CAN"], object>;

/** A table made of claims once, for all days that have them: a law of a year has some hundred. */
function madeOnce(make: (claims: Claims) => StepShare): (claims: Claims) => StepShare {
  const known = new WeakMap<Claims, StepShare>();
  return (claims) => {
    const table = known.get(claims) ?? make(claims);
    known.set(claims, table);
    return table;
  };
}

/** What is claimed of an exporter's goods: nothing of those without a share. */
const claimedOf = /* @__PURE__ */ madeOnce(({ byProduct }) => ({
  byProduct: { ...Object.fromEntries(chapters.map((one) => [one, "0"])), ...byProduct },
}));

/** What is left of each share. */
const unclaimedOf = /* @__PURE__ */ madeOnce(({ byProduct }) => ({
  byProduct: Object.fromEntries(Object.entries(byProduct).map(([code, one]) => [code, rest(one)])),
}));

const isClaimable = ({ freeWithClaimFrom }: DatedMeasure, day: IsoDate): boolean =>
  freeWithClaimFrom !== undefined && freeWithClaimFrom <= day;

/** Steps by which authorities give way to those that come first on the same good. */
export function precedenceSteps(
  measures: readonly DatedMeasure[],
  day: IsoDate,
  facts: LawFacts,
): readonly Step[] {
  const steps = new Map<string, ScaleStep>();
  for (const measure of measures) {
    const { authority } = measure;
    const scale = (id: string, title: string, share: StepShare) => {
      if (steps.has(id)) return;
      const scope = { exporters: "all", products: "all" } as const;
      steps.set(id, { ...commonOf(measure), ...scope, id, title, operator: "scale", of: [authority], share });
    };
    const first = measure.yieldsTo.filter(
      (one) => holdsOn(one, day) && measures.some((other) => other.authority === one.authority),
    );
    const metals = first.filter(({ on }) => on === "content").map((one) => one.authority);
    for (const { authority: before, on } of first) {
      if (on === "content") continue;
      const id = `${authority}-after-${before}`;
      // A border rate of which a claim frees the goods does not come first on them: what gives way to it is charged there.
      const freed = before.startsWith("ieepa-") && !isClaimable(measure, day);
      const partners = (["CAN", "MEX"] as const).filter(
        (exporter) =>
          freed &&
          measures.some(
            (other) => other.authority === before && isClaimable(other, day) && reaches(other, exporter),
          ),
      );
      const when = { authority: before, above: "0%" } as const;
      const title = `${authority} gives way to ${before}`;
      scale(id, title, "0");
      const rest = partners.length === 0 ? "all" : { allBut: partners };
      steps.set(id, { ...(steps.get(id) as ScaleStep), exporters: rest, when });
      for (const exporter of partners) {
        const claimed = facts.northAmericanClaims[exporter];
        const own = `${id}-${exporter.toLowerCase()}`;
        scale(
          own,
          `${title} where no preference is claimed`,
          typeof claimed === "string" ? claimed : claimedOf(claimed),
        );
        steps.set(own, { ...(steps.get(own) as ScaleStep), exporters: [exporter], when });
      }
    }
    if (metals.length === 0) continue;
    const taking = measures.filter((other) => metals.includes(other.authority));
    scale(
      `${authority}-beside-metal`,
      `${authority} is charged beside ${metals.join(", ")} on what is not that metal`,
      besideMetal(taking, day, facts),
    );
  }
  // Who gives way to others has to do so before anyone gives way to it.
  const yielding = new Set([...steps.values()].flatMap(({ of }) => of));
  const waits = ({ when }: ScaleStep) =>
    Number(conditionsOf(when).some((one) => "authority" in one && yielding.has(one.authority)));
  return [...steps.values()].sort((a, b) => waits(a) - waits(b));
}

const reaches = ({ exporters }: DatedMeasure, exporter: "CAN" | "MEX"): boolean =>
  exporters === "all" ||
  ("allBut" in exporters ? !exporters.allBut.includes(exporter) : exporters.includes(exporter));

/** Steps by which goods that claim the North American preference are free of an authority. */
export function claimSteps(
  measures: readonly DatedMeasure[],
  day: IsoDate,
  facts: LawFacts,
): readonly Step[] {
  const free = measures.filter((measure) => isClaimable(measure, day));
  const authorities = [...new Map(free.map((measure) => [measure.authority, measure])).values()];
  return authorities.flatMap((measure) =>
    (["CAN", "MEX"] as const).flatMap((exporter): ScaleStep[] => {
      const claimed = facts.northAmericanClaims[exporter];
      const reached = free.filter(({ authority }) => authority === measure.authority);
      if (!reached.some((one) => reaches(one, exporter))) return [];
      const share = typeof claimed === "string" ? rest(claimed) : unclaimedOf(claimed);
      return [
        {
          ...commonOf(measure),
          id: `${measure.authority}-claims-${exporter.toLowerCase()}`,
          title: `free of ${measure.authority} where the North American preference is claimed`,
          measure: "north-american-preference",
          exporters: [exporter],
          products: "all",
          operator: "scale",
          of: [measure.authority],
          share,
        },
      ];
    }),
  );
}
