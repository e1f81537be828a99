import type { Rate } from "../exact/rate.js";
import { readTariffAbove } from "./readTariffAbove.js";

/** Reads where a search for a tariff ends; 5 (500 %) where nothing is said, which changes no best tariff below it. */
export const readHighestTariff = (given: number | Rate = 5): number =>
  readTariffAbove(0, given, "highestTariff");
