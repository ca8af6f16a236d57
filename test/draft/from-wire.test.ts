import fc from "fast-check";
import { expect, test } from "vitest";
import { scenarioOfWire } from "../../src/draft/from-wire.ts";
import { runFileText, serverText } from "../../src/draft/run-file-text.ts";
import { load } from "../config/loading.ts";

interface Row {
  readonly direction: "sent" | "received";
  readonly text: string;
  readonly own: boolean;
  readonly truncated: boolean;
}

function row(direction: Row["direction"], message: unknown): Row {
  return {
    direction,
    own: false,
    text: JSON.stringify({ jsonrpc: "2.0", ...(Object(message) as object) }),
    truncated: false,
  };
}

/** What we have sent of our own accord, and what came for it. */
function own(rows: readonly Row[]): Row[] {
  return rows.map((one) => (one.direction === "sent" ? { ...one, own: true } : one));
}

let id = 0;
/** A request and what came for it. */
function asked(method: string, params: unknown, answer: object): Row[] {
  id += 1;
  return [row("sent", { id, method, params }), row("received", { id, ...answer })];
}

const handshake = [
  ...own(asked("initialize", { protocolVersion: "2025-11-25" }, { result: {} })),
  ...own([row("sent", { method: "notifications/initialized" })]),
];

/** Keys of the steps that the wire becomes. */
function stepsOf(...rows: readonly Row[]) {
  return scenarioOfWire("one", [...handshake, ...rows])?.steps.map(({ keys }) => keys);
}

test("a call becomes a step that expects what came", () => {
  expect(
    stepsOf(
      ...asked(
        "tools/call",
        { name: "echo", arguments: { message: "hi" }, _meta: { progressToken: 1 } },
        {
          result: { content: [{ type: "text", text: "Echo: hi" }], structuredContent: { n: 1 } },
        },
      ),
      ...asked("tools/call", { name: "bad" }, { result: { content: [], isError: true } }),
      ...asked("tools/call", { name: "none" }, { error: { code: -32602, message: "no" } }),
    ),
  ).toEqual([
    {
      call: "echo",
      with: { message: "hi" },
      expect: { is_error: false, text: { equals: "Echo: hi" }, structured: { equals: { n: 1 } } },
    },
    { call: "bad", expect: { is_error: true } },
    { call: "none", expect: { error: { code: -32602 } } },
  ]);
});

test("answers that came in another order belong to their requests", () => {
  const [first, second] = [
    asked("tools/call", { name: "a" }, { error: { code: 1 } }),
    asked("tools/call", { name: "b" }, { error: { code: 2 } }),
  ];
  const [sent1, received1, sent2, received2] = [...first, ...second];
  const rows = [sent1, sent2, received2, received1].filter((one) => one !== undefined);
  expect(stepsOf(...rows)).toEqual([
    { call: "a", expect: { error: { code: 1 } } },
    { call: "b", expect: { error: { code: 2 } } },
  ]);
});

test("what differs from run to run is not held to its value", () => {
  const text =
    "id 123e4567-e89b-12d3-a456-426614174000 at 2026-11-22T09:30:00.123Z took 12 ms (ok)";
  const [step] =
    stepsOf(
      ...asked("tools/call", { name: "t" }, { result: { content: [{ type: "text", text }] } }),
    ) ?? [];
  const pattern = JSON.stringify(step).match(/"matches":("(?:[^"\\]|\\.)*")/)?.[1] ?? "";
  const matches = new RegExp(JSON.parse(pattern) as string, "u");
  expect(text).toMatch(matches);
  expect(text.replace("4567", "9999").replace("09:30", "10:31").replace("12 ms", "7.5 ms")).toMatch(
    matches,
  );
  expect(text.replace("ok", "no")).not.toMatch(matches);
});

test("pages asked for one after the other are one list, a page on its own is not", () => {
  const page = (names: readonly string[], nextCursor?: string) => ({
    result: {
      tools: names.map((name) => ({ name })),
      ...(nextCursor === undefined ? {} : { nextCursor }),
    },
  });
  expect(
    stepsOf(
      ...asked("tools/list", {}, page(["a"], "x")),
      ...asked("tools/list", { cursor: "x" }, page(["b"])),
      ...asked("tools/list", { cursor: "other" }, page(["c"])),
    ),
  ).toEqual([
    { list: "tools", expect: { "$.tools[*].name": { equals: ["a", "b"] } } },
    {
      list: { kind: "tools", pages: "one", cursor: "other" },
      expect: { "$.tools[*].name": { equals: "c" } },
    },
  ]);
});

test("each method has its verb, and what no verb says exactly is sent as it was", () => {
  const none = { result: {} };
  const verbs = stepsOf(
    ...asked("resources/read", { uri: "a://b" }, none),
    ...asked("prompts/get", { name: "p", arguments: { x: "1" } }, none),
    ...asked(
      "completion/complete",
      { ref: { type: "ref/prompt", name: "p" }, argument: { name: "x", value: "v" } },
      none,
    ),
    ...asked("ping", {}, none),
    ...asked("tools/call", { name: "t", arguments: {}, task: {} }, none),
    ...asked("tools/list", { extra: 1 }, none),
    ...asked("x/y", { a: 1 }, none),
    row("sent", { method: "notifications/x", params: { a: 1 } }),
  )?.map((keys) => Object.fromEntries(Object.entries(keys).filter(([key]) => key !== "expect")));
  expect(verbs).toEqual([
    { read: "a://b" },
    { prompt: "p", with: { x: "1" } },
    { complete: { prompt: "p", argument: "x", value: "v" } },
    { ping: null },
    { request: "tools/call", with: { name: "t", arguments: {}, task: {} } },
    { request: "tools/list", with: { extra: 1 } },
    { request: "x/y", with: { a: 1 } },
    { notify: "notifications/x", with: { a: 1 } },
  ]);
});

test("what cannot be repeated is said where it happened", () => {
  const scenario = scenarioOfWire("one", [
    ...handshake,
    row("received", { id: 7, method: "roots/list" }),
    ...asked("tools/call", { name: "{{ x }}" }, { result: {} }),
    { direction: "sent", own: false, text: '{"cut', truncated: true },
    row("sent", { id: 900, method: "tools/call", params: { name: "late" } }),
  ]);
  expect(scenario?.steps).toEqual([
    {
      comments: [
        "TODO the server asked for roots/list here",
        expect.stringMatching(/^TODO tools\/call was sent here; .*filled in/),
        "TODO a message was sent here that is too long to repeat",
        "TODO this was not answered when it was recorded",
      ],
      keys: { call: "late" },
    },
  ]);
});

test("what we ask of our own accord is no step, whenever it is sent and whatever its id", () => {
  const requests = fc.array(fc.record({ isOwn: fc.boolean(), id: fc.nat(3) }), { maxLength: 20 });
  fc.assert(
    fc.property(requests, (all) => {
      const rows = all.flatMap((request, place) => {
        const sent = row("sent", { id: request.id, method: "vendor/x", params: { place } });
        const answer = row("received", { id: request.id, error: { code: place } });
        return [{ ...sent, own: request.isOwn }, answer];
      });
      const steps = scenarioOfWire("one", rows)?.steps ?? [];
      const said = all.flatMap(({ isOwn }, place) => (isOwn ? [] : [place]));
      expect(steps.map(({ keys }) => keys)).toEqual(
        said.map((place) => ({
          request: "vendor/x",
          with: { place },
          expect: { error: { code: place } },
        })),
      );
    }),
  );
});

test("an answer to our own request is not taken for that of a step of an earlier session", () => {
  const [unanswered] = asked("tools/call", { name: "a" }, {});
  const list = [
    { ...row("sent", { id, method: "tools/list" }), own: true },
    row("received", { id, result: { tools: [] } }),
  ];
  expect(unanswered === undefined ? [] : stepsOf(unanswered, ...list)).toEqual([{ call: "a" }]);
});

test("nothing but a handshake is nothing", () => {
  expect(scenarioOfWire("one", handshake)).toBeUndefined();
  const discovered = asked("server/discover", {}, { result: {} });
  expect(scenarioOfWire("one", own(discovered))).toBeUndefined();
});

test("the steps are read by the run file's own reader", () => {
  const scenario = scenarioOfWire("one", [
    ...handshake,
    ...asked(
      "tools/call",
      { name: "t", arguments: { $: "${x}" } },
      { result: { content: [{ type: "text", text: "a\n$$ (b)" }] } },
    ),
  ]);
  const text = runFileText({
    comments: [],
    servers: serverText("one", { image: "alpine:3.20" }),
    scenarios: scenario === undefined ? [] : [scenario],
  });
  expect(load(text).scenarios[0]?.steps[0]).toMatchObject({
    action: { arguments: { $: "${x}" } },
    expectations: [{ place: "is_error" }, { place: "text", predicate: { value: "$$ (b)" } }],
  });
});
