import { findingTable, referenceOf } from "./finding-table.ts";
import { newestLegacy, newestModern } from "./revision.ts";

/** The page `docs/findings.md`, made from the table. */
export function findingsPage(): string {
  const lines = [
    "# Findings",
    "",
    "<!-- Generated from src/mcp/finding-table.ts by `npm run generate`. -->",
    "",
    "What is said about a server without being asked. Each finding belongs to a check, which the server's `checks` in the",
    "run file switch off: `checks: { definitions: false }`. In reports each carries the address of what the specification",
    "says, in the revision that was negotiated.",
  ];
  let check = "";
  for (const [code, kind] of Object.entries(findingTable)) {
    if (kind.check !== check) {
      check = kind.check;
      lines.push(
        "",
        `## \`${check}\``,
        "",
        "| finding | severity | what it says | specification |",
        "| --- | --- | --- | --- |",
      );
    }
    lines.push(`| \`${code}\` | ${kind.severity} | ${kind.title} | ${linksOf(kind.section)} |`);
  }
  return lines.join("\n");
}

function linksOf(section: string): string {
  const [legacy, modern] = [newestLegacy, newestModern].map((revision) =>
    referenceOf({ section }, revision),
  );
  return legacy === modern
    ? `[link](${legacy})`
    : `[${newestLegacy}](${legacy}), [${newestModern}](${modern})`;
}
