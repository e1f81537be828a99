/** The code and the path of what a function throws. */
export function errorOf(run: () => unknown): { name: unknown; code: unknown; path: unknown } {
  try {
    run();
  } catch (error) {
    const { name, code, path } = error as Record<string, unknown>;
    return { name, code, path };
  }
  return { name: "none", code: "none", path: "none" };
}
