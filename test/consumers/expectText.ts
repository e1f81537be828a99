/** Throws where a consumer printed something else. */
export function expectText(actual: string, expected: string): void {
  if (actual !== expected) throw new Error(`printed "${actual.slice(0, 2000)}" instead of "${expected}"`);
}
