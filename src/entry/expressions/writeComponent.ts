import type { DecimalText } from "../../exact/decimal.js";
import { fraction, minus, one, readFraction, times, writeFraction } from "../../exact/fraction.js";
import type { QuantityUnit } from "../../goods/units.js";
import type { AdValoremDuty, DutyComponent, SpecificDuty } from "./dutyExpression.js";

/** How a unit is written in the schedule of the United States, where it has another name here. */
const american: Partial<Record<QuantityUnit, string>> = {
  dozen: "doz.",
  pair: "pr.",
  barrel: "bbl",
  "proof liter": "pf. liter",
};
/** The same in the schedules of the Union and the United Kingdom. */
const european: Partial<Record<QuantityUnit, string>> = { t: "tonne" };

const weights: ReadonlyMap<string, string> = /* @__PURE__ */ new Map<string, string>([
  ["net drained weight", "net drained wt"],
  ["net dry matter", "net dry"],
  ["net weight", "net"],
  ["gross weight", "gross"],
  ["standard quality", "std qual"],
  ["dry lactic matter", "dry lactic matter"],
  ["lactic matter", "lactic matter"],
  ["total alcohol", "tot alc"],
]);

const hundred = /* @__PURE__ */ fraction(100n);

/** A ratio as a mixed number of per cent: 1 of 3 is 33 1/3 %. */
function writeRatio({ numerator, denominator }: NonNullable<AdValoremDuty["adValoremRatio"]>): string {
  const { numerator: top, denominator: bottom } = times(
    readFraction(`${numerator}/${denominator}`, "adValoremRatio"),
    hundred,
  );
  return `${top / bottom} ${top % bottom}/${bottom}%`;
}

/** An amount: cents below a dollar, two places and the code in other currencies. */
function writeAmount(amount: DecimalText, currency: string): string {
  if (currency === "USD") {
    const dollars = readFraction(amount, "amount");
    const cents = minus(dollars, one).numerator < 0n;
    return cents ? `${writeFraction(times(dollars, hundred))}¢` : `$${amount}`;
  }
  const [whole, places = ""] = amount.split(".");
  return `${whole}.${places.padEnd(2, "0")} ${currency}`;
}

function writeAmerican({ per, perQuantity, measuredOn, forEach, over }: SpecificDuty): string {
  if (forEach === "lines") return "/line/gross";
  if (measuredOn === "each other piece or part") return " for each other piece or part";
  if (measuredOn === "clean content") return "/clean kg";
  const counted = perQuantity === "1" ? "" : perQuantity;
  const unit = american[per] ?? per;
  const name = per === "piece" ? counted : `${counted}${counted === "" ? "" : " "}${unit}`;
  const each = name === "" ? " each" : `/${name}`;
  if (over !== undefined) return `${each} over ${over}`;
  if (measuredOn === undefined) return each;
  if (per === "piece" && counted !== "") return `${each} ${measuredOn}`;
  if (measuredOn === "weight including the container") return `${each}, including weight of container`;
  return `${each} on ${measuredOn}`;
}

function writeEuropean({ per, perQuantity, measuredOn, forEach }: SpecificDuty): string {
  if (forEach === "% alcohol by volume") return ` / % vol / ${per}`;
  const counted = perQuantity === "1" ? "" : `${perQuantity} `;
  const unit = per === "piece" ? (counted === "" ? "item" : "items") : (european[per] ?? per);
  const weight = weights.get(measuredOn ?? "");
  const sugar = forEach === "% sucrose by weight" ? " / % sacchar." : "";
  const measured = weight ? ` / ${weight}` : measuredOn === undefined ? "" : ` on ${measuredOn}`;
  return ` / ${counted}${unit}${measured}${sugar}`;
}

function writeSpecific(component: SpecificDuty): string {
  const { currency, amount, forEach, less } = component;
  const amounts = forEach !== undefined && forEach !== "lines";
  const per = currency === "USD" && !amounts ? writeAmerican(component) : writeEuropean(component);
  if (less === undefined) return writeAmount(amount, currency) + per;
  const off = `${writeFraction(times(readFraction(less.amount, "less.amount"), hundred))}¢${per}`;
  const parts = less.proportional ? " (and fractions of a degree in proportion)" : "";
  return `${writeAmount(amount, currency)}${per} less ${off} for each degree under ${less.under} degrees${parts}`;
}

/** One addend as text, without its sign. */
export function writeComponent(component: DutyComponent): string {
  if ("byReference" in component) return component.byReference;
  if ("amount" in component) return writeSpecific(component);
  const { adValorem, adValoremRatio, of, ifAny } = component;
  const rate = adValoremRatio ? writeRatio(adValoremRatio) : `${adValorem}`;
  return `${rate}${of === undefined ? "" : ` on ${of}`}${ifAny ? ", if any" : ""}`;
}
