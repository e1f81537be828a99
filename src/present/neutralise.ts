/**
 * Text that is only text wherever it lands. A spreadsheet takes what begins with an operator for a formula, also behind
 * blanks, invisible characters or a separator of another locale; Markdown takes brackets for links and images.
 */

/** A number as this package writes it: plain, with a unit behind it, or money with its currency in front. */
const ownQuantity =
  /^(-?\d+(\.\d+)?|[-+]?\d[\d,]*(\.\d+)?(%| ?(pp|percent))|[A-Z]{3} [-+]?\d[\d,]*(\.\d+)?( (thousand|million|billion|trillion))?)$/;

/** Where a cell begins, here or under a locale that parts cells by semicolons or tabs; what is not seen; an operator. */
const formula = /(^|[;\t])([\s\p{Cc}\p{Cf}]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu;

/** A cell of a spreadsheet, with an apostrophe where a formula would begin. */
export function plainCell(cell: string): string {
  if (ownQuantity.test(cell)) return cell;
  const safe = cell.replace(formula, (_, before: string, unseen: string) => `${before}'${unseen}`);
  return /^[\t\r\n]/.test(safe) ? `'${safe}` : safe;
}

/** A cell of a Markdown table: one line, no link, no image, no markup. */
export const plainMarkdown = (cell: string): string =>
  cell
    .replaceAll(/[\\|`*~[\]]/g, "\\$&")
    .replaceAll("<", "&lt;")
    .replaceAll(/\r\n|\r|\n/g, " ");
