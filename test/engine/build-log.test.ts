import { expect, test } from "vitest";
import { createBuildLog } from "../../src/engine/build-log.ts";
import { bytesField } from "../../src/engine/protobuf.ts";

const text = (number: number, value: string) => bytesField(number, Buffer.from(value));

/** A step as BuildKit's trace has it, begun at second 1 and, when `ended`, completed at second 4. */
function step(
  name: string,
  more: { readonly error?: string; readonly ended?: boolean } = {},
): Buffer {
  const { error = "", ended = false } = more;
  const parts = [
    text(1, `digest of ${name}`),
    text(3, name),
    bytesField(5, Buffer.from([8, 1])),
    ...(ended ? [bytesField(6, Buffer.from([8, 4]))] : []),
    ...(error === "" ? [] : [text(7, error)]),
  ];
  return bytesField(1, Buffer.concat(parts));
}

const printed = (name: string, said: string) =>
  bytesField(3, Buffer.concat([text(1, `digest of ${name}`), text(4, said)]));

function trace(...parts: readonly Buffer[]): unknown {
  return { id: "moby.buildkit.trace", aux: Buffer.concat(parts).toString("base64") };
}

const asIs = (line: string) => line;

test("F17 of the steps that end together the one that failed is blamed, not one that was cancelled for it", () => {
  const log = createBuildLog(() => undefined, asIs);
  const cancelled = { error: "executor failed running: context canceled", ended: true };
  log.take(
    trace(
      step("[a 2/2] RUN one", cancelled),
      step("[b 2/2] RUN two", { error: "exit code: 2", ended: true }),
    ),
  );
  log.take({ error: "exit code: 2" });
  expect(log.failure).toMatchObject({ step: "[b 2/2] RUN two", error: "exit code: 2" });
});

test("output of parallel steps stays with its step, in whatever pieces it comes", () => {
  const lines: string[] = [];
  const log = createBuildLog((line) => lines.push(line), asIs);
  log.take(trace(printed("one", "a"), step("one"), step("two")));
  log.take(trace(printed("two", "x\ny"), printed("one", "b\nc")));
  log.take(trace(step("one", { ended: true })));
  expect(log.running).toEqual({ step: "two", error: "", tail: ["x"], lines: 1 });
  log.take(trace(step("two", { error: "failed", ended: true })));
  log.take({ error: "failed" });
  expect(log.failure).toEqual({ step: "two", error: "failed", tail: ["x", "y"], lines: 2 });
  expect(lines).toEqual(["one", "two", "x", "ab", "c", "one: 3.0 s", "y", "two: 3.0 s"]);
});

test("A28 what is hidden is hidden in lines, over their pieces, and in errors", () => {
  const lines: string[] = [];
  const log = createBuildLog(
    (line) => lines.push(line),
    (line) => line.replaceAll("secret", "***"),
  );
  log.take(trace(step("one"), printed("one", "the sec")));
  log.take(trace(printed("one", "ret\n"), step("one", { error: "secret", ended: true })));
  log.take({ error: "no secret" });
  expect([...lines, log.failure?.error]).toEqual(["one", "the ***", "one: 3.0 s", "no ***"]);
});

test("what is no trace is passed over", () => {
  const log = createBuildLog(() => undefined, asIs);
  log.take({ id: "moby.buildkit.trace", aux: Buffer.from([0xff, 0xff, 0xff]).toString("base64") });
  log.take({});
  expect([log.failure, log.imageId, log.running]).toEqual([undefined, undefined, undefined]);
});
