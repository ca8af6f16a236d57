/** Values that never appear in a log. A runner knows each in the forms a program may print it in. */
export class Masks {
  readonly values: string[] = [];
  readonly #forms = new Set<string>();

  /** Adds a value and each of its lines. Answers false for blank values, which a runner refuses. */
  add(value: string): boolean {
    if (value.trim() === "") {
      return false;
    }
    for (const part of new Set([value, ...value.split(/\r\n|\n|\r/)])) {
      if (part.trim() !== "") {
        this.values.push(part);
        for (const form of formsOf(part)) {
          this.#forms.add(form);
        }
      }
    }
    return true;
  }

  /** The text with every masked stretch as `***`; stretches that touch or overlap become one. */
  apply(text: string): string {
    const stretches: [number, number][] = [];
    for (const form of this.#forms) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
        stretches.push([at, at + form.length]);
      }
    }
    stretches.sort((left, right) => left[0] - right[0]);
    const merged: [number, number][] = [];
    for (const [start, end] of stretches) {
      const last = merged.at(-1);
      if (last !== undefined && start <= last[1]) {
        last[1] = Math.max(last[1], end);
      } else {
        merged.push([start, end]);
      }
    }
    let result = "";
    let done = 0;
    for (const [start, end] of merged) {
      result += `${text.slice(done, start)}***`;
      done = end;
    }
    return result + text.slice(done);
  }
}

function formsOf(value: string): string[] {
  const bytes = Buffer.from(value, "utf8");
  const forms = [
    value,
    ...[0, 1, 2]
      .filter((shift) => bytes.length > shift)
      .map((shift) => bytes.subarray(shift).toString("base64")),
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value.toWellFormed()),
    escapeXml(value),
    value.replaceAll('"', '\\"'),
    value.length > 8 && value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value,
    ...partsAroundAmpersand(value),
  ];
  return [...new Set(forms)].filter((form) => form.trim() !== "");
}

/** PowerShell may print what stands before and after an ampersand on its own; short parts are left alone. */
function partsAroundAmpersand(value: string): string[] {
  const plus = value.indexOf("&+");
  const cut = plus < 0 ? value.lastIndexOf("&") + 1 : plus + 2;
  const parts = cut === 0 ? [] : [value.slice(0, cut), value.slice(plus < 0 ? cut : cut + 1)];
  return parts.filter((part) => part.length >= 6);
}

function escapeXml(value: string): string {
  const names: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&apos;",
  };
  return value.replace(/[&<>"']/g, (character) => names[character] ?? character);
}
