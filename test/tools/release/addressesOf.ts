/** The three addresses that npm shows, in the form in which npm keeps them. */
export interface Addresses {
  readonly repository: { readonly type: "git"; readonly url: string };
  readonly homepage: string;
  readonly bugs: { readonly url: string };
}

/** The addresses of a project whose git remote is given, as `https:`, `ssh:` or `user@host:path`; undefined for any other. */
export function addressesOf(remote: string): Addresses | undefined {
  const [, host, path] =
    /^(?:git\+)?(?:https:\/\/(?:[^@/\s]+@)?|ssh:\/\/(?:[^@/\s]+@)?|[^@/\s:]+@)([^\s/:@]+\.[^\s/:@]+)(?::\d+\/|[/:])([^\s?#]+?)(?:\.git)?\/?$/.exec(
      remote.trim(),
    ) ?? [];
  if (host === undefined || path === undefined) return undefined;
  const page = `https://${host}/${path}`;
  return {
    repository: { type: "git", url: `git+${page}.git` },
    homepage: `${page}#readme`,
    bugs: { url: `${page}/issues` },
  };
}
