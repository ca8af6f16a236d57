/** Cuts a stream of text into lines at LF, CR and CRLF, as the runner's reader does. */
export class LineSplitter {
  #rest = "";
  readonly #onLine: (line: string) => void;

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(chunk: string): void {
    const text = this.#rest + chunk;
    // A CR at the very end may be half of a CRLF.
    const whole = text.endsWith("\r") ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\n|\r/);
    this.#rest = (lines.pop() ?? "") + text.slice(whole.length);
    for (const line of lines) {
      this.#onLine(line);
    }
  }

  end(): void {
    const rest = this.#rest;
    this.#rest = "";
    if (rest !== "") {
      this.#onLine(rest.replace(/\r$/, ""));
    }
  }
}
