/** What a framer hands on. Buffers are valid for good; lines come without their line break. */
export interface FramerSink {
  line(bytes: Buffer): void;
  /** Empty lines that came one after the other. */
  blank(count: number): void;
  /** Whether lines without a bracket may be skipped: in a flood nobody can look at each. */
  flooded(): boolean;
  /** Lines that were skipped; none of them holds `{` or `[`. */
  skipped(lines: number, bytes: number): void;
  /** A line has reached the cap; the rest of it is thrown away as it comes. */
  oversized(head: Buffer): void;
  /** The line break after an oversized line: from here on lines are read again. */
  resynced(bytes: number, head: Buffer, tail: Buffer): void;
}

/** What had arrived after the last line break when the stream ended. */
export interface UnfinishedLine {
  readonly bytes: number;
  readonly head: Buffer;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Bytes kept of the start and of the end of a line that is too long. */
const keptHead = 4096;
const keptTail = 256;
/** Chunks below this size are copied together: a chunk object per byte would cost a hundred times the bytes. */
const copyBelow = 32 * 1024;
const blockSize = 64 * 1024;

/** Cuts a byte stream into lines at 0x0A. Work is linear in the bytes, memory is at most the cap and one block. */
export class Framer {
  readonly #sink: FramerSink;
  readonly #maxBytes: number;
  #held: Buffer[] = [];
  #heldBytes = 0;
  /** The last entry of #held when it is a block of ours with room left. */
  #block: Buffer | undefined;
  #blockUsed = 0;
  #discarding: { bytes: number; head: Buffer; tail: Buffer } | undefined;

  constructor(maxBytes: number, sink: FramerSink) {
    this.#maxBytes = maxBytes;
    this.#sink = sink;
  }

  push(chunk: Uint8Array): void {
    const bytes = Buffer.isBuffer(chunk)
      ? chunk
      : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let start = 0;
    while (start < bytes.length) {
      const fresh = this.#heldBytes === 0 && this.#discarding === undefined;
      if (fresh && this.#sink.flooded()) {
        start = this.#skip(bytes, start);
      }
      const end = bytes.indexOf(lineFeed, start);
      if (end === -1) {
        if (start < bytes.length) {
          this.#hold(bytes.subarray(start));
        }
        return;
      }
      if (!fresh || end - start > this.#maxBytes) {
        this.#finish(bytes.subarray(start, end));
        start = end + 1;
      } else if (end === start) {
        start += this.#blankRun(bytes, start);
      } else {
        this.#emit(bytes, start, end);
        start = end + 1;
      }
    }
  }

  /** The unfinished last line, if the stream did not end with a line break. */
  end(): UnfinishedLine | undefined {
    if (this.#discarding !== undefined) {
      return this.#discarding;
    }
    if (this.#heldBytes === 0) {
      return undefined;
    }
    const line = this.#take();
    return { bytes: line.length, head: line.subarray(0, keptHead) };
  }

  /** Counts the lines before the next bracket; returns where the line that holds it begins. */
  #skip(bytes: Buffer, start: number): number {
    const brackets = [bytes.indexOf(0x7b, start), bytes.indexOf(0x5b, start)].filter(
      (at) => at >= 0,
    );
    const end =
      bytes.subarray(start, Math.min(...brackets, bytes.length)).lastIndexOf(lineFeed) + 1;
    let lines = 0;
    for (let at = start; at < start + end; at += 1) {
      lines += bytes[at] === lineFeed ? 1 : 0;
    }
    if (lines > 0) {
      this.#sink.skipped(lines, end - lines);
    }
    return start + end;
  }

  #blankRun(bytes: Buffer, start: number): number {
    let end = start + 1;
    while (bytes[end] === lineFeed) {
      end += 1;
    }
    this.#sink.blank(end - start);
    return end - start;
  }

  #finish(rest: Buffer): void {
    if (rest.length > 0) {
      this.#hold(rest);
    }
    if (this.#discarding === undefined) {
      const line = this.#take();
      this.#emit(line, 0, line.length);
      return;
    }
    const { bytes, head, tail } = this.#discarding;
    this.#discarding = undefined;
    this.#sink.resynced(bytes, head, tail);
  }

  /** A view is the dearest thing done for a short line, so there is one and not two. */
  #emit(bytes: Buffer, start: number, lineEnd: number): void {
    const end = bytes[lineEnd - 1] === carriageReturn ? lineEnd - 1 : lineEnd;
    if (end <= start) {
      this.#sink.blank(1);
    } else {
      this.#sink.line(bytes.subarray(start, end));
    }
  }

  #hold(part: Buffer): void {
    if (this.#discarding !== undefined) {
      this.#discarding.bytes += part.length;
      this.#discarding.tail = tailOf([this.#discarding.tail, part]);
      return;
    }
    this.#append(part);
    if (this.#heldBytes > this.#maxBytes) {
      const parts = this.#drop();
      const head = headOf(parts, Math.min(keptHead, this.#maxBytes));
      const bytes = parts.reduce((sum, held) => sum + held.length, 0);
      this.#discarding = { bytes, head, tail: tailOf(parts) };
      this.#sink.oversized(head);
    }
  }

  #append(part: Buffer): void {
    this.#heldBytes += part.length;
    if (part.length >= copyBelow) {
      this.#seal();
      this.#held.push(part);
      return;
    }
    let from = 0;
    while (from < part.length) {
      this.#block ??= Buffer.allocUnsafeSlow(blockSize);
      const copied = part.copy(this.#block, this.#blockUsed, from);
      this.#blockUsed += copied;
      from += copied;
      if (this.#blockUsed === blockSize) {
        this.#seal();
      }
    }
  }

  #seal(): void {
    if (this.#block !== undefined) {
      this.#held.push(this.#block.subarray(0, this.#blockUsed));
      this.#block = undefined;
      this.#blockUsed = 0;
    }
  }

  #drop(): readonly Buffer[] {
    this.#seal();
    const parts = this.#held;
    this.#held = [];
    this.#heldBytes = 0;
    return parts;
  }

  #take(): Buffer {
    const bytes = this.#heldBytes;
    const parts = this.#drop();
    return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts, bytes);
  }
}

function headOf(parts: readonly Buffer[], wanted: number): Buffer {
  const some: Buffer[] = [];
  let bytes = 0;
  for (const part of parts) {
    some.push(part.subarray(0, wanted));
    bytes += part.length;
    if (bytes >= wanted) {
      break;
    }
  }
  // A copy, so that the kilobytes kept do not hold a line of many megabytes in memory.
  return Buffer.from(Buffer.concat(some).subarray(0, wanted));
}

function tailOf(parts: readonly Buffer[]): Buffer {
  const some: Buffer[] = [];
  let bytes = 0;
  for (let index = parts.length - 1; index >= 0 && bytes < keptTail; index -= 1) {
    const part = parts[index]?.subarray(-keptTail) ?? Buffer.alloc(0);
    some.unshift(part);
    bytes += part.length;
  }
  return Buffer.from(Buffer.concat(some).subarray(-keptTail));
}
