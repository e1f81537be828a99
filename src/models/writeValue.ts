import type { Quantity } from "./outcome.js";

/** A quantity as it stands in a formula: money with its thousands parted, everything else as it is. */
export function writeValue(quantity: Quantity): string {
  if (typeof quantity === "string") return shorten(quantity);
  const [whole = "", fraction] = quantity.amount.split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+(?!\d))/g, ",");
  return `${quantity.currency} ${grouped}${fraction === undefined ? "" : `.${fraction.slice(0, 2)}`}`;
}

/** Eight places are enough to check a formula by hand. */
const shorten = (text: string): string => text.replace(/(\.\d{8})\d+/, "$1…");
