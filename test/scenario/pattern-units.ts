const fixed = [
  "a",
  " ",
  "\n",
  "\r\n",
  "\t ",
  "0",
  "9.",
  "-",
  "_a",
  "/",
  "//",
  "\\",
  "'",
  '"',
  "{{ ",
  "${a",
  "[",
  "(",
  "<",
  ">",
  "&#",
  "=",
  ":",
  ";",
  ",",
  "%",
  "|",
  "`",
  "*",
  "#",
  "@a",
  "\u001b[",
  "\u001b[0;",
  "\u2028",
  "\u00e9",
  "\ud83d\ude00",
  'a="',
  "a b",
  "A9-",
  "data:x;base64,",
  "http://a",
  "sha256:",
  "::error ",
];

/** What a pattern is made of, without what has a meaning: the texts that come nearest to it. */
function partsOf(source: string): string[] {
  const plain = source
    .replace(/\\[a-zA-Z]|\\u\{?[0-9a-fA-F]+\}?/g, " ")
    .split(/[^\w \-./:<>=@#%&'"]+/);
  return [...new Set([...plain.filter((part) => part !== ""), plain.join("")])].filter(
    (part) => part !== "",
  );
}

/** Short texts that are hard on patterns when repeated, this one above all. */
export function unitsFor(source: string): readonly string[] {
  return [...fixed, ...partsOf(source)];
}
