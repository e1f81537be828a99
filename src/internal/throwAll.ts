import { TariffError, type TariffErrorDetails } from "./TariffError.js";

/** More would be read by nobody. */
const most = 100;

/** Throws what is wrong, if anything is: the first is the error, which lists the others. */
export function throwAll(found: readonly TariffErrorDetails[]): void {
  const [first, ...others] = found.slice(0, most);
  if (first === undefined) return;
  throw new TariffError({ ...first, others: others.map((details) => new TariffError(details)) });
}
