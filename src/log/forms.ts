/** A text that must not be seen, and whether it counts only as a word of its own. */
export interface Form {
  readonly text: string;
  readonly wholeWord: boolean;
}

/** Shorter secrets are masked only as whole words: every 1 as `***` would ruin the log and still show where they are. */
const shortestAnywhere = 4;

/** Shorter encoded forms occur by chance: six base64 characters, case aside, once in a billion places. */
const shortestEncoded = 6;

/**
 * Every text in which a secret is recognised; letters are compared without regard to ASCII case.
 *
 * The value itself, trimmed, in upper and lower case, and each line of it; hex; base64 and base64url at the three
 * alignments, with and without padding; URL-encoded; JSON-escaped (also twice, for JSON inside JSON); XML-escaped.
 * Not recognised: compressed, encrypted, reversed, or encoded twice in other ways. A value of white space is none.
 */
export function formsOf(secret: string): Form[] {
  const forms = new Map<string, Form>();
  for (const value of [secret, ...secret.split(/[\r\n]+/)].map((part) => part.trim())) {
    if (value === "") {
      continue;
    }
    if (value.length < shortestAnywhere) {
      // A short line of a long secret, such as a bracket, gives nothing away.
      if (value === secret.trim()) {
        forms.set(value, { text: value, wholeWord: true });
      }
      continue;
    }
    for (const text of [value, value.toUpperCase(), value.toLowerCase()]) {
      forms.set(text, { text, wholeWord: false });
    }
    for (const text of encodings(value)) {
      if (text.length >= shortestEncoded && !forms.has(text)) {
        forms.set(text, { text, wholeWord: false });
      }
    }
  }
  return [...forms.values()];
}

function encodings(value: string): string[] {
  const bytes = Buffer.from(value, "utf8");
  const base64 = [0, 1, 2].flatMap((shift) => base64At(bytes, shift));
  return [
    bytes.toString("hex"),
    ...base64,
    ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    ...urlForms(value),
    ...jsonForms(value),
    ...jsonForms(value).flatMap(jsonForms),
    ...xmlForms(value),
  ];
}

/** What base64 shows of the bytes when `shift` others stand before them: whole characters only, and to the end. */
function base64At(bytes: Buffer, shift: number): string[] {
  const padded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
  const first = Math.ceil((shift * 8) / 6);
  const whole = Math.floor(((shift + bytes.length) * 8) / 6);
  return [padded.slice(first, whole), padded.slice(first).replaceAll("=", ""), padded.slice(first)];
}

function urlForms(value: string): string[] {
  const wellFormed = value.toWellFormed();
  const component = encodeURIComponent(wellFormed);
  const strict = component.replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  );
  const form = new URLSearchParams({ "": wellFormed }).toString().slice(1);
  const everything = Buffer.from(value, "utf8").toString("hex").replace(/../g, "%$&");
  return [component, strict, encodeURI(wellFormed), form, everything];
}

function jsonForms(value: string): string[] {
  const plain = JSON.stringify(value).slice(1, -1);
  const slashes = plain.replaceAll("/", "\\/");
  const markup = plain.replace(/[<>&]/g, escapeUnit);
  return [plain, slashes, markup, ...[plain, slashes, markup].map(asciiOnly)];
}

function asciiOnly(json: string): string {
  return json.replace(/[^\x20-\x7e]/g, escapeUnit);
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function xmlForms(value: string): string[] {
  const text = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const quoted = [
    text,
    ...["&quot;", "&#34;", "&#x22;"].map((entity) => text.replaceAll('"', entity)),
  ];
  return quoted.flatMap((form) => [
    form,
    ...["&apos;", "&#39;", "&#x27;", "&#039;"].map((entity) => form.replaceAll("'", entity)),
  ]);
}
