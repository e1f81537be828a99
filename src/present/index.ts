export { type ComparisonTableOptions, comparisonTable } from "./comparisonTable.js";
export { explanationText } from "./explanationText.js";
export { type FormatOptions, formatQuantity } from "./formatQuantity.js";
export { type TidyRow, tidyRows } from "./tidyRows.js";
export { toCsv } from "./toCsv.js";
export { toJson } from "./toJson.js";
export { toMarkdown } from "./toMarkdown.js";
