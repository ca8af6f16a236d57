export interface Instruction {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** Whether it stands in a here-document: an instruction only for engines before 23, which know none. */
  readonly quoted: boolean;
}

/**
 * The instructions of a Dockerfile: lines joined where the escape character ends them, without comments.
 *
 * Rather one too many: every line of a here-document counts as one, and so does a joined line that begins with FROM.
 */
export function instructionsOf(dockerfile: string): readonly Instruction[] {
  const escape = /^[ \t]*#[ \t]*escape[ \t]*=[ \t]*`[ \t\r]*$/im.test(dockerfile) ? "`" : "\\";
  const found: Instruction[] = [];
  let open: Instruction | undefined;
  let ends: readonly string[] = [];
  for (const [index, raw] of dockerfile.split(/\r?\n/).entries()) {
    const text = raw.trim();
    const quoted = ends.length > 0;
    if (quoted && [raw, raw.replace(/^\t+/, "")].includes(ends[0] ?? "")) {
      ends = ends.slice(1);
      continue;
    }
    if (text === "" || text.startsWith("#")) {
      continue;
    }
    const goesOn = text.endsWith(escape);
    const line = index + 1;
    const own = { line, text: goesOn ? text.slice(0, -1) : text, quoted };
    const whole = open ? { ...open, text: `${open.text} ${own.text}` } : own;
    if (open && /^FROM\s/i.test(text)) {
      found.push({ ...own, quoted: true });
    }
    open = goesOn ? whole : undefined;
    if (!goesOn) {
      found.push(whole);
      ends = quoted ? ends : hereDocuments(whole.text);
    }
  }
  return open ? [...found, open] : found;
}

/** The lines that end the here-documents which an instruction begins. */
function hereDocuments(text: string): readonly string[] {
  return /^(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i.test(text)
    ? [...text.matchAll(/<<-?["']?(\w+)["']?/g)].map(([, end = ""]) => end)
    : [];
}
