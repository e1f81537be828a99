import * as Plot from "@observablehq/plot";
import { appliedRate, type PartnerCode, type Scenario, TariffError } from "tariff-whatif";
import { daysOfChange, lawOn } from "tariff-whatif/law";
import type { Figure } from "./figure";
import { partnerNames } from "./scenario";
import type { Partner } from "./state";

type Day = ReturnType<typeof daysOfChange>[number];

/** The rate of one good through all changes of law. Loaded when its tab is opened: the lists of goods weigh something. */
export interface RateThroughTime {
  readonly sentence: string;
  readonly figure: Figure | undefined;
}

const [from, to] = ["2025-01-01", "2026-11-25"] as const;
const laws = new Map<Day, Scenario<never>>();

function lawFor(day: Day): Scenario<never> {
  const known = laws.get(day);
  if (known !== undefined) return known;
  const law = lawOn({
    day,
    importers: ["USA"],
    confidence: "two sources",
    ordinaryDuty: "mfn",
    metalShares: { steel: "1", aluminum: "0", copper: "0" },
    northAmericanClaims: { CAN: "0", MEX: "0" },
  });
  laws.set(day, law);
  return law;
}

const pause = () => new Promise((done) => setTimeout(done));
const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

/** Asks the law of every day on which it changed; between two of them the page may paint. Undefined once `stale` says so. */
export async function rateThroughTime(
  product: string,
  origin: Partner,
  stale: () => boolean,
): Promise<RateThroughTime | undefined> {
  const exporter = origin as PartnerCode;
  const points: { readonly from: Day; readonly rate: number; readonly byAuthority: string }[] = [];
  try {
    for (const on of daysOfChange({ from, to })) {
      await pause();
      if (stale()) return undefined;
      const { rate, byAuthority } = appliedRate(lawFor(on), {
        importer: "USA",
        exporter,
        product,
        on,
        statuses: ["in-force"],
        base: { mfn: "0%" },
      });
      const charged = Object.entries(byAuthority)
        .filter(([, each]) => each !== "0%")
        .map(([authority, each]) => `${authority} ${each}`)
        .join(", ");
      const before = points.at(-1);
      if (before === undefined || before.rate !== Number.parseFloat(rate) || before.byAuthority !== charged) {
        points.push({ from: on, rate: Number.parseFloat(rate), byAuthority: charged });
      }
    }
  } catch (error) {
    if (error instanceof TariffError) return { sentence: error.message, figure: undefined };
    throw error;
  }
  const name = partnerNames[origin];
  const highest = points.reduce((most, point) => (point.rate > most.rate ? point : most));
  const latest = points.at(-1)!;
  const sentence = `${product} from ${name}: highest ${highest.rate}% from ${day.format(new Date(highest.from))}; ${latest.rate}% from ${day.format(new Date(latest.from))} on.`;
  const steps = points.map((point) => ({ date: new Date(point.from), rate: point.rate }));
  const drawn = [...steps, { date: new Date(to), rate: latest.rate }];
  return {
    sentence,
    figure: {
      title: `What US law added to the duty on ${product} from ${name}`,
      caption:
        "Measures that two sources mention, from 1 January 2025 to 25 November 2026, on top of the ordinary duty; articles of metal counted as all steel, no North American preference claimed, no antidumping duties.",
      summary: sentence,
      file: `rate-${product}-${origin}`,
      columns: ["from", "rate, %", "of which"],
      rows: points.map((point) => [point.from, point.rate, point.byAuthority || "nothing"]),
      draw: (width) =>
        Plot.plot({
          width,
          height: Math.min(340, Math.max(240, width * 0.45)),
          marginLeft: 56,
          marginBottom: 36,
          marginTop: 28,
          marginRight: 24,
          style: { background: "none", fontSize: "14px", fontFamily: "inherit" },
          x: {
            type: "utc",
            domain: [new Date(from), new Date(to)],
            label: null,
            ticks: Math.max(3, Math.floor(width / 130)),
          },
          y: { label: "rate, %", grid: true, ticks: 5, nice: true, domain: [0, Math.max(10, highest.rate)] },
          marks: [
            Plot.ruleY([0], { stroke: "currentColor", strokeOpacity: 0.5 }),
            Plot.areaY(drawn, {
              x: "date",
              y: "rate",
              curve: "step-after",
              fill: "var(--chart-soft)",
              fillOpacity: 0.5,
            }),
            Plot.line(drawn, {
              x: "date",
              y: "rate",
              curve: "step-after",
              stroke: "var(--chart-one)",
              strokeWidth: 2.5,
            }),
          ],
        }),
    },
  };
}
