import { type FindingCode, type FindingKind, findingTable } from "./finding-table.ts";
import { newestLegacy } from "./revision.ts";
import type { WireFinding } from "./wire.ts";

const site = "https://modelcontextprotocol.io/specification";

/** The address of what the specification says about a finding, in the revision that was negotiated. */
export function referenceOf(
  { section }: Pick<FindingKind, "section">,
  revision: string,
): string | undefined {
  if (section === "") {
    return undefined;
  }
  if (/^\d/u.test(section)) {
    return `${site}/${section}`;
  }
  return `${site}/${revision}/${revision >= "2026" ? modernPage(section) : section}`;
}

/** A finding of the table with what it says about one server; without a revision, in the newest with a handshake. */
export function findingOf(
  code: FindingCode,
  message: string,
  revision: string = newestLegacy,
): WireFinding {
  const kind = findingTable[code];
  const reference = referenceOf(kind, revision);
  return {
    code,
    severity: kind.severity,
    message,
    ...(reference === undefined ? {} : { reference }),
  };
}

/** The pages that have moved in 2026-07-28. */
function modernPage(section: string): string {
  return section
    .replace(/^basic\/utilities\//u, "basic/patterns/")
    .replace(/^basic\/transports#stdio$/u, "basic/transports/stdio")
    .replace(/^basic\/transports(?!\/)/u, "basic/transports/streamable-http")
    .replace(/^basic\/lifecycle#stdio$/u, "basic/transports/stdio")
    .replace(/^basic\/lifecycle#.*$/u, "basic/versioning");
}
