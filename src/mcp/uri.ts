/** Why a text is no URI (RFC 3986), in words that continue it; undefined when nothing proves it. */
export function uriProblem(uri: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:/u.test(uri)) {
    return "has no scheme";
  }
  // Characters beyond ASCII are let pass: IRIs (RFC 3987) are common, and everyone reads them.
  const bad = /[\u0000-\u0020\u007f"<>\\^`{|}]/u.exec(uri);
  return bad === null
    ? undefined
    : `has the character ${JSON.stringify(bad[0])}, which a URI escapes`;
}

/** Outside of expressions all is literal but these (RFC 6570, 2.1). */
const literal = /[\u0000-\u0020\u007f"'<>\\^`|}]/u;
/** An operator, perhaps, and variables with commas between them (RFC 6570, 2.2 to 2.4). */
const variable =
  "(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})(?:\\.?(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2}))*(?::[1-9]\\d{0,3}|\\*)?";
const expression = new RegExp(`^[+#./;?&=,!@|]?${variable}(?:,${variable})*$`, "u");

/** Why a text is no URI template (RFC 6570), in words that continue it; undefined when it is one. */
export function uriTemplateProblem(template: string): string | undefined {
  let at = 0;
  for (;;) {
    const open = template.indexOf("{", at);
    const before = template.slice(at, open === -1 ? undefined : open);
    const bad = literal.exec(before);
    if (bad !== null) {
      return `has ${JSON.stringify(bad[0])} outside of an expression`;
    }
    if (open === -1) {
      return undefined;
    }
    const close = template.indexOf("}", open);
    if (close === -1) {
      return "has an expression that is not closed";
    }
    const inner = template.slice(open + 1, close);
    if (!expression.test(inner)) {
      return `has the expression ${JSON.stringify(`{${inner.slice(0, 100)}}`)}, which has no such form`;
    }
    at = close + 1;
  }
}
