/** What a package lacks before it may be published: a sentence for each. */
export function unready(manifest: Readonly<Record<string, unknown>>, changelog: string): readonly string[] {
  const { version } = manifest;
  const missing: string[] = [];
  for (const key of ["repository", "homepage", "bugs"]) {
    const value = manifest[key];
    const address = typeof value === "object" && value !== null ? (value as { url?: unknown }).url : value;
    if (typeof address !== "string" || !/^(git\+)?https:\/\/[^\s/]+\.[^\s/]+\/\S/.test(address))
      missing.push(
        `package.json: "${key}" needs an https address: \`npm run addresses\` takes it from the git remote.`,
      );
  }
  const [, heading = "", when = ""] = /^## (\S+) \(([^)]*)\)$/m.exec(changelog) ?? [];
  if (heading !== version)
    missing.push(
      `package.json has version ${String(version)}, the newest heading of CHANGELOG.md is ${heading}.`,
    );
  if (!/^\d{4}-\d{2}-\d{2}$/.test(when))
    missing.push(`CHANGELOG.md: ${heading} has no date yet ("${when}").`);
  return missing;
}
