import { writeFraction } from "../../exact/fraction.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import { readOptions } from "../../internal/readOptions.js";
import { requireText } from "../../internal/requireText.js";
import { TariffError } from "../../internal/TariffError.js";
import { type ExchangeRate, readCurrencyCode, readExchange } from "../exchange.js";
import { type DutyFacts, readFacts } from "./dutyFacts.js";
import { dutyRange } from "./dutyRange.js";
import { readDutyText } from "./parseDutyExpression.js";

/**
 * What {@link evaluateDutyExpression} needs.
 *
 * @category Duty expressions
 */
export interface EvaluateDutyOptions extends DutyFacts {
  /** The text of the rate. */
  readonly text: string;
  /** The currency of the values given and of the duty wanted. */
  readonly currency: string;
  /** Rates between that currency and those that the text names, where they differ. */
  readonly exchange?: readonly ExchangeRate[];
}

/**
 * What a rate charges, before rounding.
 *
 * @category Duty expressions
 */
export interface EvaluatedDuty {
  /** The exact duty: a decimal, or a ratio such as `"1000/3"` where no decimal states it. */
  readonly duty: string;
  /** Its currency. */
  readonly currency: string;
}

/**
 * The duty that a text charges on a value and quantities, exactly and before any rounding.
 *
 * **Formula**: duty = min(greatest, max(least, sum over components of share x value, or amount x quantity / units)),
 * and no less than zero.
 *
 * **Result**: the duty in the currency asked for.
 *
 * **Leaves out**: rounding, which each authority prescribes; see {@link assessEntry}.
 *
 * @throws `missing-quantity`, `missing-fact` and `unit-mismatch` for what the rate asks for and the question lacks,
 * `unknown-rate` for a text that is not understood, stands elsewhere or says nothing of the day, `no-exchange-rate`,
 * `shares-do-not-add-up` for a part that is worth more than the whole,
 * `unknown-unit`, `conflicting-keys`, `out-of-range`, `not-a-decimal`, `not-a-date`, `not-a-currency`, `wrong-type`.
 * @example Cents a kilo and per cent
 * ```ts
 * import { evaluateDutyExpression } from "tariff-whatif/entry";
 *
 * evaluateDutyExpression({
 *   text: "5.7¢/kg on drained weight + 8%",
 *   currency: "USD",
 *   value: "2000",
 *   quantities: { "kg of drained weight": "640" },
 * }).duty; // => "196.48"
 * ```
 * @category Duty expressions
 */
export function evaluateDutyExpression(options: EvaluateDutyOptions): EvaluatedDuty {
  const { text, currency, exchange } = readOptions(
    options,
    "",
    ["text", "currency"],
    ["value", "quantities", "values", "day", "referred", "exchange"],
  );
  const expression = readDutyText(requireText(text, "text"), "text");
  const wanted = readCurrencyCode(currency, "currency");
  const convert = readExchange(exchange, "exchange");
  const range = dutyRange(expression, readFacts(options, ""), { currency: wanted, convert, path: "" });
  if (range.unknown.length > 0) {
    throw new TariffError({
      code: "unknown-rate",
      path: "text",
      received: text,
      advice: `Find out what this is, which the text does not state: ${range.unknown.join("; ")}.`,
    });
  }
  return deepFreeze({ duty: writeFraction(range.least), currency: wanted });
}
