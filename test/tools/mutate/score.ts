/** What is looked at of a mistake that was planted. */
export interface Mutant {
  readonly status: string;
  readonly fileName: string;
  readonly location: { readonly start: { readonly line: number; readonly column: number } };
  readonly mutatorName: string;
  readonly replacement?: string | undefined;
}

/**
 * The share of mistakes that a test noticed, in percent, and those that none did, with their place. A mistake after which
 * a test does not come to its end counts as noticed, as everywhere; one that does not compile or is left out does not count.
 */
export function scoreOf(mutants: readonly Mutant[]): {
  readonly score: number;
  readonly noticed: number;
  readonly counted: number;
  readonly survivors: readonly string[];
} {
  const noticed = mutants.filter(({ status }) => status === "Killed" || status === "Timeout").length;
  const unnoticed = mutants.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  const counted = noticed + unnoticed.length;
  const survivors = unnoticed.map(
    ({ status, fileName, location, mutatorName, replacement = "" }) =>
      `${fileName.replace(/^.*?(?=src\/)/, "")}:${location.start.line}:${location.start.column} ${mutatorName}` +
      `${status === "NoCoverage" ? " (never run)" : ""}: ${replacement.replace(/\s+/g, " ").slice(0, 120)}`,
  );
  return { score: (100 * noticed) / counted, noticed, counted, survivors: survivors.sort() };
}
