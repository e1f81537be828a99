/** Adds to each page of a function a table of its options, so that a key is read where the function is. */
import { ReflectionKind } from "typedoc";
import { MarkdownPageEvent } from "typedoc-plugin-markdown";

/** The keys that a type of an argument has: those of an interface, of a literal, or of both sides of an intersection. */
function keysOf(type, seen = new Set()) {
  if (!type || seen.has(type)) return [];
  seen.add(type);
  if (type.type === "reflection") return type.declaration.children ?? [];
  if (type.type === "intersection" || type.type === "union") {
    return type.types.flatMap((each) => keysOf(each, seen));
  }
  if (type.type === "reference" && type.reflection?.kindOf?.(ReflectionKind.Interface)) {
    return type.reflection.children ?? [];
  }
  if (type.type === "reference" && type.reflection?.kindOf?.(ReflectionKind.TypeAlias)) {
    return keysOf(type.reflection.type, seen);
  }
  return [];
}

const cell = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("<", "&lt;");
const code = (text) => `\`${text.replaceAll("|", "\\|").replaceAll("\n", " ")}\``;
const sentence = (reflection) => cell((reflection.comment?.summary ?? []).map((part) => part.text).join(""));

const tableOf = (signature) =>
  (signature.parameters ?? []).flatMap((parameter) => {
    const keys = new Map(keysOf(parameter.type).map((key) => [key.name, key]));
    if (keys.size === 0) return [];
    const rows = [...keys.values()].map((key) => {
      const type = key.type?.toString() ?? "function";
      if (sentence(key) === "") {
        throw new Error(`${signature.name}: the option ${key.name} has no sentence.`);
      }
      const shown = type.length > 60 ? `${type.slice(0, 57)}...` : type;
      return `| ${code(key.name)} | ${code(shown)} | ${sentence(key)} | ${key.flags.isOptional ? "as the sentence says" : "an error"} |`;
    });
    return [
      `**Keys of \`${parameter.name}\`**`,
      "",
      "| key | type | what it is | without it |",
      "| --- | --- | --- | --- |",
      ...rows,
      "",
    ];
  });

export function load(app) {
  app.renderer.on(MarkdownPageEvent.END, (page) => {
    if (!page.model?.kindOf?.(ReflectionKind.Function)) return;
    const tables = (page.model.signatures ?? []).map((signature) => tableOf(signature).join("\n"));
    let at = 0;
    page.contents = page.contents.replaceAll(
      /\n(#{2,3}) Parameters\n[\s\S]*?(?=\n#{2,3} )/g,
      (whole, level) => {
        const table = tables[at++];
        return table ? `\n${level} Options\n\n${table}` : whole;
      },
    );
  });
}
