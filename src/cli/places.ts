import type { Node } from "jsonc-parser";

/** Line and column of a position in a text, counted from 1; a column counts UTF-16 units, as editors do. */
export function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split(/\r\n|[\r\n]/);
  return `${lines.length}:${(lines.at(-1) ?? "").length + 1}`;
}

/**
 * Where a path such as `steps[0].rate.byProduct.27` stands in a tree: at its value, or at its key where the key is what is
 * wrong; at the nearest thing above it where something is missing.
 */
export function offsetOf(tree: Node, path: string, end: "key" | "value"): number {
  if (path === "") return tree.offset;
  if (tree.type === "array") {
    const [whole, index] = /^\[(\d+)\]\.?/.exec(path) ?? [];
    const child = whole === undefined ? undefined : tree.children?.[Number(index)];
    return child === undefined ? tree.offset : offsetOf(child, path.slice((whole as string).length), end);
  }
  if (tree.type !== "object") return tree.offset;
  // Keys may hold dots: the longest that fits is meant. Long keys are cut in a path.
  const fitting = (tree.children ?? [])
    .filter(({ children }) => {
      const key = String(children?.[0]?.value).slice(0, 40);
      return path.startsWith(key) && /^($|\.|\[)/.test(path.slice(key.length));
    })
    .sort((a, b) => String(b.children?.[0]?.value).length - String(a.children?.[0]?.value).length)[0];
  if (fitting === undefined) return tree.offset;
  const [key, value] = fitting.children ?? [];
  const rest = path.slice(String(key?.value).slice(0, 40).length).replace(/^\./, "");
  if (value === undefined || (rest === "" && end === "key")) return key?.offset ?? tree.offset;
  return offsetOf(value, rest, end);
}

/** Keys that stand twice in one object: JSON keeps the last without a word. */
export function repeatedKeys(tree: Node): readonly { readonly key: string; readonly offset: number }[] {
  const seen = new Set<string>();
  const found: { key: string; offset: number }[] = [];
  const open: Node[] = [tree];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.type === "object") seen.clear();
    for (const child of node.children ?? []) {
      const [key, value] = child.type === "property" ? (child.children ?? []) : [undefined, child];
      if (key !== undefined && seen.has(key.value)) found.push({ key: key.value, offset: key.offset });
      if (key !== undefined) seen.add(key.value);
      if (value !== undefined) open.push(value);
    }
  }
  return found.sort((a, b) => a.offset - b.offset);
}
