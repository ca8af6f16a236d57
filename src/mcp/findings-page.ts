import { referenceOf } from "./finding-of.ts";
import { findingTable } from "./finding-table.ts";
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
  let check: string | undefined;
  for (const [code, kind] of Object.entries(findingTable)) {
    if (kind.check !== check) {
      check = kind.check;
      lines.push(
        "",
        check === "" ? "## Whatever the checks" : `## \`${check}\``,
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
  if (legacy === undefined) {
    return "–";
  }
  return legacy === modern
    ? `[link](${legacy})`
    : `[${newestLegacy}](${legacy}), [${newestModern}](${modern})`;
}
