const firstBytes = 64 * 1024;

/**
 * The newest of a stream of texts, numbered from 1, in one block of memory.
 *
 * Not as strings or objects: in a flood those outlive the collector's young generation, which then grows; a million
 * notifications took 250 MiB that way and take 90 so. The newest text is always kept, whatever its size.
 */
export class TextRing {
  readonly #maxTexts: number;
  readonly #maxBytes: number;
  /** By number modulo `maxTexts`: where the text begins, counted on without end, and how long it is. */
  readonly #starts: Float64Array;
  readonly #lengths: Uint32Array;
  #block: Buffer;
  #first = 1;
  #next = 1;
  #end = 0;
  /** The newest text, when it is larger than the whole block may become. */
  #oversized: string | undefined;

  constructor(maxTexts: number, maxBytes: number) {
    this.#maxTexts = maxTexts;
    this.#maxBytes = maxBytes;
    this.#starts = new Float64Array(maxTexts);
    this.#lengths = new Uint32Array(maxTexts);
    this.#block = Buffer.allocUnsafeSlow(Math.min(firstBytes, maxBytes));
  }

  /** Number of the oldest text kept; one more than the newest when there is none. */
  get first(): number {
    return this.#first;
  }

  push(text: string): void {
    const length = Buffer.byteLength(text);
    const number = this.#next;
    this.#next += 1;
    this.#oversized = undefined;
    if (length > this.#maxBytes) {
      this.#first = number;
      this.#oversized = text;
      return;
    }
    this.#makeRoom(length, number);
    this.#block.write(text, this.#end % this.#block.length, "utf8");
    this.#starts[number % this.#maxTexts] = this.#end;
    this.#lengths[number % this.#maxTexts] = length;
    this.#end += length;
  }

  /** The text of that number; undefined when it is not kept. */
  at(number: number): string | undefined {
    if (number < this.#first || number >= this.#next) {
      return undefined;
    }
    if (this.#oversized !== undefined) {
      return this.#oversized;
    }
    const start = this.#startOf(number) % this.#block.length;
    return this.#block.toString("utf8", start, start + this.#lengthOf(number));
  }

  /** Forgets the oldest until `length` bytes fit in one piece behind the newest. */
  #makeRoom(length: number, number: number): void {
    while (this.#startIfWritten(length) + length - this.#oldestStart(number) > this.#block.length) {
      if (this.#block.length < this.#maxBytes) {
        this.#grow(number);
      } else {
        this.#first += 1;
      }
    }
    this.#end = this.#startIfWritten(length);
    if (number - this.#first >= this.#maxTexts) {
      this.#first = number - this.#maxTexts + 1;
    }
  }

  /** A text is never cut by the end of the block: what does not fit there begins anew at its start. */
  #startIfWritten(length: number): number {
    const left = this.#block.length - (this.#end % this.#block.length);
    return length <= left ? this.#end : this.#end + left;
  }

  #grow(number: number): void {
    const old = this.#block;
    this.#block = Buffer.allocUnsafeSlow(Math.min(old.length * 2, this.#maxBytes));
    let end = 0;
    for (let kept = this.#first; kept < number; kept += 1) {
      const start = this.#startOf(kept) % old.length;
      const length = this.#lengthOf(kept);
      old.copy(this.#block, end, start, start + length);
      this.#starts[kept % this.#maxTexts] = end;
      end += length;
    }
    this.#end = end;
  }

  /** Nothing kept reaches back further than this. */
  #oldestStart(number: number): number {
    return this.#first < number ? this.#startOf(this.#first) : this.#end;
  }

  #startOf(number: number): number {
    return this.#starts[number % this.#maxTexts] ?? 0;
  }

  #lengthOf(number: number): number {
    return this.#lengths[number % this.#maxTexts] ?? 0;
  }
}
