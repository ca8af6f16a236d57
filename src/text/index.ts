// One exit per sink for text that others wrote, and numbers as people read them.
// Order: redact (before) → strip terminal sequences → split at every line break → neutralise.
export { stripAnsi } from "./ansi.ts";
export { forCsv } from "./csv.ts";
export { withoutEndSlashes } from "./end-slashes.ts";
export { forFileName } from "./file-name.ts";
export { forHtml } from "./html.ts";
export { forJobLog } from "./job-log.ts";
export { splitLines } from "./lines.ts";
export { fencedCode, forMarkdown } from "./markdown.ts";
export { bytes, duration, oneDecimal, plural } from "./quantity.ts";
export { sparkline } from "./sparkline.ts";
export { displayWidth, type TableOptions, table } from "./table.ts";
export { forTerminal, forTerminalLine } from "./terminal.ts";
export { forXml } from "./xml.ts";
