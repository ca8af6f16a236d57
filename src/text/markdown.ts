import { stripColour } from "./ansi.ts";
import { splitLines } from "./lines.ts";
import { showHidden } from "./visible.ts";

const wordJoiner = "\u2060";

/**
 * Foreign text for a line or table cell of GitHub Markdown: only ever text.
 *
 * No markup, HTML, image, link, mention or issue reference comes of it. Line breaks become spaces.
 */
export function forMarkdown(text: string): string {
  return visibleLines(text)
    .join(" ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_{}[\]|~$]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/^(\d{1,9})([.)])/, "$1\\$2")
    .replace(/^[-+=#]/, "\\$&")
    .replaceAll("@", `${wordJoiner}@${wordJoiner}`)
    .replace(/#(?=\d)|(?<=\b(?:GH|gh))-(?=\d)/g, `$&${wordJoiner}`)
    .replace(/:(?=\/\/)|\bwww(?=\.)|\b(?:mailto|xmpp):/gi, `$&${wordJoiner}`);
}

/** Foreign text as a fenced block that its content cannot close; whole lines, no newline at the end. */
export function fencedCode(text: string, language = ""): string {
  const lines = visibleLines(text);
  const longest = Math.max(2, ...lines.map(longestBacktickRun));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...lines, fence].join("\n");
}

function visibleLines(text: string): string[] {
  return splitLines(stripColour(text)).map(showHidden);
}

function longestBacktickRun(line: string): number {
  return Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
}
