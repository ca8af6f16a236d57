import { forHtml } from "./html.ts";

/**
 * Foreign text for XML 1.0, as content or within a quoted attribute.
 *
 * What XML cannot hold even as a reference (control characters, lone surrogates, non-characters) is shown as an
 * escape. Line breaks are references, because a parser turns a bare one in an attribute into a space.
 */
export function forXml(text: string): string {
  return forHtml(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
