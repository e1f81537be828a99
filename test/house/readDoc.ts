/** One tag of a doc comment, such as `@throws`, with all its text. */
export interface DocTag {
  readonly name: string;
  readonly text: string;
  /** The line of the tag, counted from 0 at the opening of the comment. */
  readonly line: number;
}

/** A doc comment taken apart. */
export interface Doc {
  /** The first paragraph, on one line. */
  readonly summary: string;
  /** All text before the first tag. */
  readonly prose: string;
  readonly tags: readonly DocTag[];
}

/** The lines of a doc comment without the stars; as many as the comment has. */
export const docLines = (comment: string): string[] =>
  comment
    .replace(/\*\/$/, "")
    .split("\n")
    .map((line, index) => line.replace(index === 0 ? /^\/\*\*\s?/ : /^\s*\*? ?/, "").trimEnd());

/** Takes a doc comment apart; an @ inside a code block starts no tag. */
export function readDoc(comment: string): Doc {
  const prose: string[] = [];
  const tags: { name: string; text: string; line: number }[] = [];
  let fenced = false;
  docLines(comment).forEach((line, index) => {
    if (/^\s*```/.test(line)) fenced = !fenced;
    const [, name, text] = (fenced ? null : /^@(\w+)(?:\s+(.*))?$/.exec(line)) ?? [];
    const last = tags.at(-1);
    if (name) tags.push({ name, text: text ?? "", line: index });
    else if (last) last.text += `\n${line}`;
    else prose.push(line);
  });
  const paragraphs = prose
    .join("\n")
    .trim()
    .split(/\n\s*\n/);
  return { summary: (paragraphs[0] ?? "").replace(/\s+/g, " "), prose: prose.join("\n").trim(), tags };
}
