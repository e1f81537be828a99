/** Units of quantity by their code in UN Comtrade; no entry where a code says that there is none. */
const units: ReadonlyMap<string, string> = /* @__PURE__ */ new Map<string, string>([
  ["2", "m2"],
  ["3", "1000 kWh"],
  ["4", "m"],
  ["5", "item"],
  ["6", "pair"],
  ["7", "litre"],
  ["8", "kg"],
  ["9", "thousand items"],
  ["10", "package"],
  ["11", "dozen"],
  ["12", "m3"],
  ["13", "carat"],
]);

/** The unit of a code; undefined for 1 and -1, which say that there is no quantity. */
export const comtradeUnit = (code: string): string | undefined =>
  /^(|1|-1|0)$/.test(code) ? undefined : (units.get(code) ?? `unit ${code}`);
