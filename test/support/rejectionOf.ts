/** The code and the path of what a promise rejects with. */
export async function rejectionOf(
  run: () => Promise<unknown>,
): Promise<{ name: unknown; code: unknown; path: unknown }> {
  try {
    await run();
  } catch (error) {
    const { name, code, path } = error as Record<string, unknown>;
    return { name, code, path };
  }
  return { name: "none", code: "none", path: "none" };
}
