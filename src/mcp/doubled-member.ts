import { endOfString } from "./scan.ts";

/** What a JSON-RPC message consists of, as it stands in its text. */
const members = ["jsonrpc", "id", "method", "params", "result", "error"].map((name) => `"${name}"`);

/**
 * The name of a member of the message itself that stands in its text twice.
 *
 * Parsers disagree about which of the two counts (RFC 8259, section 4), so one program acts on what another never saw.
 */
export function doubledMember(text: string): string | undefined {
  const isSuspect =
    // A letter of a name may be written as an escape.
    text.includes("\\u00") || members.some((name) => text.includes(name, text.indexOf(name) + 1));
  return isSuspect ? doubledKey(text) : undefined;
}

/** The first key of the outermost object that is there twice; the text is known to be JSON. */
function doubledKey(text: string): string | undefined {
  const seen = new Set<string>();
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) {
      const end = endOfString(text, at);
      if (end === -1) {
        return undefined;
      }
      if (depth === 1 && /^\s*:/.test(text.slice(end + 1, end + 20))) {
        const key = String(JSON.parse(text.slice(at, end + 1)));
        if (seen.has(key)) {
          return key;
        }
        seen.add(key);
      }
      at = end;
    } else if (code === 0x7b || code === 0x5b) {
      depth += 1;
    } else if (code === 0x7d || code === 0x5d) {
      depth -= 1;
    }
  }
  return undefined;
}
