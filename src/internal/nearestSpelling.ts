/** Longer texts are no slip of the hand. */
const longest = 60;

/** The known name that a text was probably meant for: the same but for its case, or one or two letters away. */
export function nearestSpelling(text: unknown, known: readonly unknown[]): string | undefined {
  if (typeof text !== "string" || text.length < 2 || text.length > longest) return undefined;
  const plain = text.toLowerCase();
  let [best, least] = [undefined as string | undefined, text.length < 5 ? 1 : 2];
  for (const name of known) {
    if (typeof name !== "string") continue;
    if (Math.abs(name.length - text.length) > least) continue;
    const slips = slipsBetween(plain, name.toLowerCase());
    // The first of two that are as near wins.
    if (slips < least || (slips === least && best === undefined)) [best, least] = [name, slips];
  }
  return best;
}

/** The beginning of a sentence of advice: which name may have been meant. */
export function perhaps(text: unknown, known: readonly unknown[]): string {
  const near = nearestSpelling(text, known);
  return near === undefined ? "" : `Did you mean "${near}"? `;
}

/** Letters to add, leave out, change or exchange with their neighbour until one text is the other. */
export function slipsBetween(text: string, name: string): number {
  const rows = [Array.from({ length: name.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= text.length; i++) {
    const [before, row] = [rows[i - 1] as number[], [i]];
    for (let j = 1; j <= name.length; j++) {
      const same = text[i - 1] === name[j - 1];
      let slips = Math.min(
        (before[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (before[j - 1] as number) + (same ? 0 : 1),
      );
      const crossed = text[i - 1] === name[j - 2] && text[i - 2] === name[j - 1];
      if (i > 1 && j > 1 && crossed)
        slips = Math.min(slips, ((rows[i - 2] as number[])[j - 2] as number) + 1);
      row.push(slips);
    }
    rows.push(row);
  }
  return (rows[text.length] as number[])[name.length] as number;
}

/** Whether one letter to add, leave out, change or exchange with its neighbour makes one text the other; or none. */
export function isWithinOneSlip(text: string, name: string): boolean {
  const [short, long] = text.length <= name.length ? [text, name] : [name, text];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  const isCrossed = short[at] === long[at + 1] && short[at + 1] === long[at];
  return (
    short.slice(at + 1) === long.slice(at + 1) || (isCrossed && short.slice(at + 2) === long.slice(at + 2))
  );
}
