import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Clock, systemClock } from "../../src/clock/index.ts";
import { capture, chunked } from "./sink.ts";

describe("stderr", () => {
  test("is split into lines the same however it is chunked, with true byte counts", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme" }).filter((line) => !/[\r\n]/.test(line))),
        fc.constantFrom("\n", "\r\n"),
        fc.string({ unit: "grapheme" }).filter((line) => !/[\r\n]/.test(line)),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (lines, ending, rest, cuts) => {
          const { output, sink } = capture();
          const bytes = Buffer.from(lines.map((line) => line + ending).join("") + rest);
          chunked(bytes, cuts).forEach(output.stderr);
          const counts = output.finish();
          const expected = [...lines, ...(rest === "" ? [] : [rest])].map((line) =>
            Buffer.from(line).toString(),
          );
          expect(sink.logs.map(({ text }) => text)).toEqual(expected);
          expect(counts).toEqual({ stdoutBytes: 0, stderrBytes: bytes.length, droppedLines: 0 });
          const kept = sink.logs.reduce((sum, row) => sum + row.bytes, 0);
          expect(kept + lines.length).toBe(bytes.length);
        },
      ),
    );
  });

  test("since a mark it is what came after it, the line that has not ended too, without secrets", () => {
    const { output } = capture({ secrets: { KEY: "open sesame" } });
    output.stderr(Buffer.from("before\n"));
    const mark = output.stderrMark();
    expect(output.stderrSince(mark)).toBe("");
    output.stderr(Buffer.from("one open sesame\ntw"));
    expect(output.stderrSince(mark)).toBe("one ***\ntw");
    output.stderr(Buffer.from("o\n"));
    expect(output.stderrSince(mark)).toBe("one ***\ntwo");
  });

  test("carries the time of arrival and the stream", () => {
    let now = 1_000;
    const clock = { ...systemClock, nowMs: () => now };
    const { output, sink } = capture({ clock });
    output.stderr(Buffer.from("one\ntw"));
    now = 2_000;
    output.stderr(Buffer.from("o\n"));
    expect(sink.logs).toMatchObject([
      { server: "srv", stream: "stderr", atMs: 1_000, text: "one", bytes: 3, truncated: false },
      { server: "srv", stream: "stderr", atMs: 2_000, text: "two", bytes: 3, truncated: false },
    ]);
  });

  test("a long line is cut, with its true length, and the next one is whole", () => {
    const { output, sink } = capture();
    const line = "x".repeat(3_000_000);
    for (const chunk of chunked(Buffer.from(`${line}\nnext\n`), [0.1, 0.5, 0.7])) {
      output.stderr(chunk);
    }
    expect(sink.logs.map(({ text, bytes, truncated }) => [text.length, bytes, truncated])).toEqual([
      [64 * 1024, 3_000_000, true],
      [4, 4, false],
    ]);
  });

  test("a line that comes in many chunks is put together", () => {
    const { output, sink } = capture();
    const line = Array.from({ length: 2_000 }, (_, nth) => `part ${nth}`).join();
    chunked(Buffer.from(`${line}\n`), [0.05, 0.1, 0.3, 0.6, 0.9]).forEach(output.stderr);
    expect(sink.logs.map(({ text }) => text)).toEqual([line]);
  });

  test("the memory of a chunk may be used again", () => {
    const { output, sink } = capture();
    const chunk = Buffer.from("abc");
    output.stderr(chunk);
    chunk.fill(0);
    output.finish();
    expect(sink.logs[0]?.text).toBe("abc");
  });
});

describe("a flood", () => {
  test("F45 is kept up to the limit, marked once, and counted exactly", () => {
    const { output, sink } = capture({ limits: { logLines: 1_000 } });
    const flood = Buffer.from(Array.from({ length: 50_000 }, (_, nth) => `line ${nth}\n`).join(""));
    for (let start = 0; start < flood.length; start += 6_553) {
      output.stderr(flood.subarray(start, start + 6_553));
    }
    const counts = output.finish();
    expect(counts).toEqual({ stdoutBytes: 0, stderrBytes: flood.length, droppedLines: 49_000 });
    expect(sink.logs).toHaveLength(1_001);
    expect(sink.logs.at(-1)).toMatchObject({
      text: "[further lines of stderr are counted, not kept]",
      truncated: true,
    });
    expect(sink.findings).toMatchObject([
      { code: "output-dropped", message: expect.stringContaining("49000 lines") as string },
    ]);
    expect(output.tail()).toEqual(Array.from({ length: 20 }, (_, nth) => `line ${49_980 + nth}`));
  });

  test("F45 counts the same however it is chunked", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
        fc.boolean(),
        (cuts, ended) => {
          const { output, sink } = capture({ limits: { logLines: 10 } });
          const bytes = Buffer.from(
            Array.from({ length: 300 }, (_, nth) => `line ${nth}`).join("\n") + (ended ? "\n" : ""),
          );
          chunked(bytes, cuts).forEach(output.stderr);
          expect(output.finish()).toEqual({
            stdoutBytes: 0,
            stderrBytes: bytes.length,
            droppedLines: 290,
          });
          expect(sink.logs).toHaveLength(11);
          expect(output.tail().at(-1)).toBe("line 299");
          expect(output.tail()).toHaveLength(20);
        },
      ),
    );
  });

  test("is limited in bytes too", () => {
    const { output, sink } = capture({ limits: { logBytes: 10_000 } });
    output.stderr(Buffer.from(`${"x".repeat(999)}\n`.repeat(20)));
    expect(output.finish().droppedLines).toBe(10);
    expect(sink.logs).toHaveLength(11);
  });

  test("of stray lines that the wire already counted is counted too", () => {
    const { output, sink } = capture();
    output.tap.stray("junk", 4, false);
    output.tap.dropped?.(500, 9_500);
    output.tap.dropped?.(500, 9_500);
    expect(output.finish()).toEqual({
      stdoutBytes: 5 + 20_000,
      stderrBytes: 0,
      droppedLines: 1_000,
    });
    expect(sink.logs.map(({ stream, text }) => `${stream} ${text}`)).toEqual([
      "stdout junk",
      "stdout [further lines of stdout are counted, not kept]",
    ]);
  });

  test("of messages is limited without touching the log", () => {
    const { output, sink } = capture({ limits: { wireMessages: 3 } });
    for (let nth = 0; nth < 5; nth += 1) {
      output.tap.message("received", `{"id":${nth}}`, 8, false);
    }
    output.stderr(Buffer.from("still kept\n"));
    expect(output.finish().droppedLines).toBe(2);
    expect(sink.wires).toHaveLength(3);
    expect(sink.logs).toHaveLength(1);
  });

  test("that ends below the limit is no finding", () => {
    const { output, sink } = capture({ limits: { logLines: 3 } });
    output.stderr(Buffer.from("1\n2\n3\n"));
    expect(output.finish().droppedLines).toBe(0);
    expect(sink.findings).toEqual([]);
  });
});

describe("the wire", () => {
  test("every message is kept with direction and size, long ones cut", () => {
    const { output, sink } = capture();
    output.tap.message("sent", '{"id":1}', 8, false);
    output.tap.message("received", "x".repeat(400_000), 400_000, false);
    output.tap.message("received", "head", 99_000_000, true);
    expect(
      sink.wires.map(({ direction, text, bytes, truncated }) => [
        direction,
        text.length,
        bytes,
        truncated,
      ]),
    ).toEqual([
      ["sent", 8, 8, false],
      ["received", 262_144, 400_000, true],
      ["received", 4, 99_000_000, true],
    ]);
  });

  test("findings of the wire are passed on", () => {
    const { output, sink } = capture({ secrets: { KEY: "canary-0123456789" } });
    output.tap.finding({ code: "wrong-id", severity: "error", message: 'id "canary-0123456789"' });
    expect(sink.findings).toMatchObject([
      { server: "srv", code: "wrong-id", message: 'id "***"', stepId: null },
    ]);
  });
});

describe("secrets", () => {
  const canary = "CANARY+0123456789/abc";

  test("A27 reach no row and no tail, however the output is chunked and broken", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
        fc.constantFrom(
          canary,
          Buffer.from(`x${canary}`).toString("base64"),
          encodeURIComponent(canary),
          canary.toLowerCase(),
        ),
        fc.nat(),
        (cuts, form, at) => {
          const { output, sink } = capture({ secrets: { KEY: canary } });
          const place = at % form.length;
          const broken = `${form.slice(0, place)}\n${form.slice(place)}`;
          chunked(Buffer.from(`start ${form} middle\n${broken}\nend`), cuts).forEach(output.stderr);
          output.tap.stray(form, form.length, false);
          output.tap.message("received", JSON.stringify({ text: form }), form.length + 11, false);
          const tail = output.tail().join("");
          output.finish();
          const all = [...sink.logs, ...sink.wires].map(({ text }) => text).join("") + tail;
          expect(all.toLowerCase()).not.toContain(form.slice(3, -3).toLowerCase());
          expect(all).toContain("middle");
        },
      ),
    );
  });

  test("a line held back is written when no other follows", async () => {
    const sleeps: (() => void)[] = [];
    const clock: Clock = {
      ...systemClock,
      sleep: () => new Promise((resolve) => sleeps.push(resolve)),
    };
    const { output, sink } = capture({ secrets: { KEY: canary }, clock });
    output.stderr(Buffer.from("ends with C\n"));
    expect(sink.logs).toEqual([]);
    sleeps.forEach((wake) => wake());
    await Promise.resolve();
    expect(sink.logs).toMatchObject([{ text: "ends with C", bytes: 11 }]);
  });
});

describe("the tail", () => {
  test("is the last 20 lines with the unfinished one", () => {
    const { output } = capture();
    output.stderr(Buffer.from(`${Array.from({ length: 30 }, (_, nth) => `l${nth}`).join("\n")}`));
    expect(output.tail()).toHaveLength(20);
    expect(output.tail().at(-1)).toBe("l29");
    expect(output.tail()[0]).toBe("l10");
  });

  test("is empty when nothing was said", () => {
    expect(capture().output.tail()).toEqual([]);
  });
});

describe("stdout of a server that speaks HTTP", () => {
  test("is log, line by line, and what the wire carries is not counted as its bytes", () => {
    const { output, sink } = capture({ stdoutIsLog: true });
    output.tap.message("received", '{"jsonrpc":"2.0"}', 17, false);
    output.stdout(Buffer.from("listening\non 30"));
    output.stdout(Buffer.from("01\n"));
    expect(output.finish()).toEqual({ stdoutBytes: 18, stderrBytes: 0, droppedLines: 0 });
    expect(sink.logs).toMatchObject([
      { stream: "stdout", text: "listening" },
      { stream: "stdout", text: "on 3001" },
    ]);
    expect(sink.findings).toEqual([]);
  });

  test("a flood of it is cut at the limit and counted", () => {
    const { output, sink } = capture({ stdoutIsLog: true, limits: { logLines: 2 } });
    output.stdout(Buffer.from("1\n2\n3\n4\n"));
    output.stdout(Buffer.from("5\n6\n"));
    expect(output.finish().droppedLines).toBe(4);
    expect(sink.logs).toHaveLength(3);
  });

  test("of a server over stdio nothing of it is log but what the tap calls stray", () => {
    const { output, sink } = capture();
    output.stdout(Buffer.from("one\n"));
    output.finish();
    expect(sink.logs).toEqual([]);
  });
});
