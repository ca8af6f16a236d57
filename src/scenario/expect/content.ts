import { createHash } from "node:crypto";
import { decodeBase64 } from "./base64.ts";
import { absent, type Found, present } from "./found.ts";
import { isObject, member } from "./member.ts";
import type { Show } from "./show.ts";

/**
 * The content blocks of a result: `content` of a tool, `contents` of a resource, the content of each message of a
 * prompt; undefined when it has none of them.
 */
export function blocksOf(result: unknown): readonly unknown[] | undefined {
  for (const key of ["content", "contents"]) {
    const blocks = member(result, key);
    if (Array.isArray(blocks)) {
      return blocks as readonly unknown[];
    }
  }
  const messages = member(result, "messages");
  return Array.isArray(messages)
    ? messages.flatMap((message) => member(message, "content") ?? [])
    : undefined;
}

/** All texts of a result's content, joined by newlines; undefined when there is none. */
export function textOf(result: unknown): string | undefined {
  const texts = (blocksOf(result) ?? [])
    .map((block) => {
      const type = member(block, "type");
      return type === undefined || type === "text" ? member(block, "text") : undefined;
    })
    .filter((text) => typeof text === "string");
  return texts.length === 0 ? undefined : texts.join("\n");
}

/** Looks up `content[N].part`: type, mime_type, bytes, sha256, text, uri or name; without `part` the block as it is. */
export function lookUpBlock(
  result: unknown,
  index: number,
  part: string | undefined,
  show: Show,
): Found {
  const blocks = blocksOf(result);
  if (blocks === undefined) {
    return absent(`no content in ${show(result)}`);
  }
  const block = blocks[index];
  if (!isObject(block)) {
    return absent(`no content block ${index}: there are ${blocks.length}`);
  }
  if (part === undefined) {
    return present(block);
  }
  const embedded = member(block, "resource");
  const inner = isObject(embedded) ? embedded : block;
  switch (part) {
    case "type":
      // What resources/read gives has no type of its own.
      return valueOr(member(block, "type") ?? "resource", part, block, show);
    case "mime_type":
      return valueOr(member(inner, "mimeType"), part, block, show);
    case "text":
    case "uri":
      return valueOr(member(inner, part), part, block, show);
    case "name":
      return valueOr(member(block, part), part, block, show);
    default:
      return ofBytes(inner, part, show);
  }
}

function ofBytes(block: unknown, part: string, show: Show): Found {
  const text = member(block, "text");
  const encoded = member(block, "data") ?? member(block, "blob");
  if (typeof encoded !== "string" && typeof text !== "string") {
    return absent(`no data in ${show(block)}`);
  }
  const bytes = typeof encoded === "string" ? decodeBase64(encoded) : Buffer.from(String(text));
  if (typeof bytes === "string") {
    return absent(bytes);
  }
  return present(
    part === "bytes" ? bytes.byteLength : createHash("sha256").update(bytes).digest("hex"),
  );
}

function valueOr(value: unknown, part: string, block: unknown, show: Show): Found {
  return value === undefined ? absent(`no ${part} in ${show(block)}`) : present(value);
}
