import { describe, expect, test } from "vitest";
import { checks } from "../../src/config/index.ts";
import {
  checkOf,
  type FindingKind,
  findingsPage,
  findingTable,
  referenceOf,
} from "../../src/mcp/index.ts";

const kinds = Object.entries<FindingKind>(findingTable);

describe("the table of findings", () => {
  test("has one block for each check, in which each finding has a title and a place in the specification", () => {
    const order = kinds
      .map(([, { check }]) => check)
      .filter((check, at, all) => check !== all[at - 1]);
    expect(order).toEqual([...new Set(order)]);
    for (const [code, { title, section }] of kinds) {
      expect(title, code).toMatch(/^\S.{5,90}\S$/u);
      expect(section, code).toMatch(/^(?:$|\d|basic|server|client|schema)/u);
    }
  });

  test("knows no check that the run file cannot switch off", () => {
    const known = kinds.map(([, { check }]) => check).filter((check) => check !== "");
    expect(Object.keys(checks)).toEqual(expect.arrayContaining(known));
  });

  test("names the check of a code, and none of a code nobody knows", () => {
    expect(checkOf("bom")).toBe("protocol");
    expect(checkOf("no-such-finding")).toBeUndefined();
  });

  test("is shown whole on its page", () => {
    const page = findingsPage();
    expect(kinds.filter(([code]) => !page.includes(`| \`${code}\` |`))).toEqual([]);
  });
});

test.each([
  ["bom", "2025-06-18", "2025-06-18/basic/transports#stdio"],
  ["bom", "2026-07-28", "2026-07-28/basic/transports/stdio"],
  ["bad-progress", "2026-07-28", "2026-07-28/basic/patterns/progress"],
  ["unasked-request", "2026-07-28", "2026-07-28/basic/versioning"],
  ["session-id", "2026-07-28", "2026-07-28/basic/transports/streamable-http#session-management"],
  [
    "header-mapping",
    "2025-11-25",
    "2026-07-28/basic/transports/streamable-http#custom-headers-from-tool-parameters",
  ],
] as const)("%s in %s refers to %s", (code, revision, page) => {
  const address = `https://modelcontextprotocol.io/specification/${page}`;
  expect(referenceOf(findingTable[code], revision)).toBe(address);
});
