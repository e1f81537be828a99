import * as Plot from "@observablehq/plot";
import { smart } from "tariff-whatif/formulas";
import type { Figure } from "./figure";
import { allFlows } from "./flows";
import { partnerNames } from "./scenario";
import type { PlaygroundState } from "./state";

/** The market of one good from one partner, with its triangles: quantities at the price before duty of 1. */
export interface Market {
  readonly importsBefore: number;
  readonly importsAfter: number;
  readonly revenue: number;
  readonly loss: number;
  readonly buyersLose: number;
  readonly figure: Figure;
}

/** The rate of the sliders on one chapter of one partner, in percent. */
const chargedOn = ({ rates, origin, chapter, energy }: PlaygroundState): number =>
  energy && origin === "CAN" && chapter === "27" && rates.CAN > 0 ? 10 : rates[origin];

/** What nobody sells has no market to draw. */
function noMarket(name: string): Market {
  const nothing = `Nothing to draw: the United States imported nothing of ${name} in 2024.`;
  return {
    importsBefore: 0,
    importsAfter: 0,
    revenue: 0,
    loss: 0,
    buyersLose: 0,
    figure: {
      title: `The market of ${name}`,
      caption: "Imports of the United States in 2024 (US Census Bureau).",
      summary: nothing,
      nothing,
      file: "market",
      columns: ["area", "USD billion a year"],
      rows: [],
      draw: () => document.createElementNS("http://www.w3.org/2000/svg", "svg"),
    },
  };
}

/** The market as it is drawn. */
export const figureOfMarket = (state: PlaygroundState): Figure => marketOf(state).figure;

/** One chapter from one partner at the partner's rate, export prices fixed: a straight demand line through both points. */
export function marketOf(state: PlaygroundState): Market {
  const flow = allFlows().find(
    ({ exporter, chapter }) => exporter === state.origin && chapter === state.chapter,
  );
  const value = flow === undefined ? 0 : Number(flow.customsValue.amount) / 1e9;
  const before = value === 0 ? 0 : Number(flow?.duties.amount) / 1e9 / value;
  const charged = chargedOn(state);
  const rate = charged / 100;
  const name = `chapter ${state.chapter} from ${partnerNames[state.origin]}`;
  if (flow === undefined || value === 0) return noMarket(name);
  const percent = (fraction: number): `${number}%` => `${Number((100 * fraction).toFixed(10))}%`;
  const { byOrigin } = smart({
    origin: ["one"],
    customsValue: [value],
    rateBefore: [percent(before)],
    rateAfter: [percent(before + rate)],
    importDemandElasticity: state.demand,
    substitutionElasticity: state.substitution,
    exportSupplyElasticity: "infinite",
  });
  const after = byOrigin[0]?.customsValueAfter ?? value;
  const [low, high] = [1 + before, 1 + before + rate];
  const revenue = rate * after;
  const loss = (rate * (value - after)) / 2;
  const money = (amount: number) => `USD ${amount.toFixed(2)} billion`;
  const point = (quantity: number, price: number) => ({ quantity, price });
  const area = (points: readonly { quantity: number; price: number }[], fill: string) =>
    Plot.line([...points, points[0] ?? point(0, 0)], {
      x: "quantity",
      y: "price",
      fill,
      fillOpacity: 0.75,
      stroke: "none",
    });
  const write = (
    side: "middle" | "end",
    words: readonly { quantity: number; price: number; text: string; below?: boolean }[],
  ) =>
    [true, false].map((below) =>
      Plot.text(
        words.filter((word) => (word.below ?? false) === below),
        {
          x: "quantity",
          y: "price",
          text: "text",
          fontSize: 14,
          fill: "currentColor",
          dy: below ? 14 : -9,
          textAnchor: side,
        },
      ),
    );
  const ceiling = Math.max(high + (high - low) * 0.6, low * 1.1);
  const slope = value === after ? 0 : (high - low) / (after - value);
  const widest = value * 1.15;
  return {
    importsBefore: value,
    importsAfter: after,
    revenue,
    loss,
    buyersLose: revenue + loss,
    figure: {
      title: `The market of ${name}`,
      caption:
        "Imports of the United States in 2024 (US Census Bureau), a full year. Quantity counted at the price before duty; supply is flat (export prices do not move), demand a straight line through both points; only this good (SMART, creation alone).",
      summary: `A tariff of ${charged}% cuts imports from ${money(value)} to ${money(after)}: buyers lose ${money(revenue + loss)}, of which ${money(revenue)} is revenue and ${money(loss)} is lost to everybody.`,
      file: `market-${state.origin}-${state.chapter}`,
      columns: ["area", "USD billion a year"],
      rows: [
        ["imports before", value],
        ["imports after", after],
        ["revenue (rectangle)", revenue],
        ["loss (triangle)", loss],
        ["buyers lose (both)", revenue + loss],
      ],
      draw: (width) =>
        Plot.plot({
          width,
          height: Math.min(360, Math.max(250, width * 0.5)),
          marginLeft: 56,
          marginBottom: 44,
          marginTop: 24,
          marginRight: 16,
          style: { background: "none", fontSize: "14px", fontFamily: "inherit" },
          x: { label: "imports, USD billion", domain: [0, widest], ticks: 5 },
          y: {
            label: "price, export price = 1",
            domain: [Math.max(0, low - (ceiling - low) * 0.4), ceiling],
            ticks: 5,
          },
          marks: [
            area([point(0, low), point(after, low), point(after, high), point(0, high)], "var(--chart-soft)"),
            area([point(after, low), point(value, low), point(after, high)], "var(--chart-loss)"),
            Plot.line([point(0, low), point(widest, low)], {
              x: "quantity",
              y: "price",
              stroke: "currentColor",
            }),
            Plot.line([point(0, high), point(widest, high)], {
              x: "quantity",
              y: "price",
              stroke: "currentColor",
              strokeDasharray: "5 4",
            }),
            ...(slope === 0
              ? []
              : [
                  Plot.line(
                    [
                      point(
                        Math.max(0, after + (ceiling - high) / slope),
                        Math.min(ceiling, high - after * slope),
                      ),
                      point(value, low),
                      point(widest, low + (widest - value) * slope),
                    ],
                    { x: "quantity", y: "price", stroke: "var(--chart-rise)", strokeWidth: 2.5 },
                  ),
                  write("middle", [
                    { ...point(after / 2, (low + high) / 2), text: `revenue ${revenue.toFixed(1)}` },
                    { ...point((after + value) / 2, low), text: `loss ${loss.toFixed(1)}`, below: true },
                  ]),
                  write("end", [
                    { ...point(widest, low), text: "supply" },
                    { ...point(widest, high), text: "supply with duty" },
                  ]),
                ]),
          ],
        }),
    },
  };
}
