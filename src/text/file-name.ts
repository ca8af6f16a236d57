import { createHash } from "node:crypto";

const maxLength = 120;
const hashLength = 32;

// Names that Windows keeps for devices, with or without an extension.
const device = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

/**
 * Foreign text as one path segment: ASCII, at most 120 bytes, never hidden, an option, a device or a parent.
 *
 * Percent escapes of UTF-8; different texts give different names (long ones by a 128-bit hash, after `%~`).
 */
export function forFileName(text: string): string {
  const escaped = Array.from(text, escape).join("");
  const first = escaped.charAt(0);
  const special = first === "" || first === "." || first === "-" || device.test(escaped);
  const headed = special ? `${hexEscape(first)}${escaped.slice(1)}` : escaped;
  const name = headed.endsWith(".") ? `${headed.slice(0, -1)}%2E` : headed;
  return name.length <= maxLength ? name : shortened(name);
}

function escape(character: string): string {
  if (/^[A-Za-z0-9._-]$/.test(character)) {
    return character;
  }
  if (!character.isWellFormed()) {
    // Half a surrogate pair has no UTF-8; `%u` can come from nothing else.
    return `%u${character.charCodeAt(0).toString(16).toUpperCase()}`;
  }
  return hexEscape(character);
}

function hexEscape(text: string): string {
  return text === ""
    ? "%"
    : [...Buffer.from(text)]
        .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
        .join("");
}

function shortened(name: string): string {
  const hash = createHash("sha256").update(name).digest("hex").slice(0, hashLength);
  const kept = name.slice(0, maxLength - hashLength - 2).replace(/%[0-9A-Fu]?[0-9A-F]{0,4}$/, "");
  return `${kept}%~${hash}`;
}
