import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Predicate } from "../../src/config/index.ts";
import { inboxOf, stepWith } from "./evidence.ts";
import { expectation, judgeOne, result, rpcError, text } from "./stub-session.ts";

const equals = (value: unknown): Predicate => ({ name: "equals", value });
const png = Buffer.from("89504e470d0a1a0a", "hex");

const blocks = result({
  content: [
    { type: "text", text: "héllo" },
    { type: "image", data: png.toString("base64"), mimeType: "image/png" },
    { type: "resource", resource: { uri: "file:///a", mimeType: "text/plain", text: "inner" } },
    { type: "resource", resource: { uri: "file:///b", blob: png.toString("base64") } },
    { type: "resource_link", uri: "file:///c", name: "see" },
  ],
});

async function at(place: string, value: unknown, reply = blocks): Promise<string | null> {
  return (await judgeOne({ expectations: [expectation(place, equals(value))] }, reply)).reason;
}

describe("a content block", () => {
  test.each([
    ["content[0].type", "text"],
    ["content[0].text", "héllo"],
    ["content[0].bytes", 6],
    ["content[1].mime_type", "image/png"],
    ["content[1].bytes", 8],
    ["content[1].sha256", createHash("sha256").update(png).digest("hex")],
    ["content[2].type", "resource"],
    ["content[2].uri", "file:///a"],
    ["content[2].mime_type", "text/plain"],
    ["content[2].text", "inner"],
    ["content[3].bytes", 8],
    ["content[4].uri", "file:///c"],
    ["content[4].name", "see"],
    ["content.length", 5],
  ])("has %s %j and no other", async (place, value) => {
    expect(await at(place, value)).toBeNull();
    expect(await at(place, "something else")).toMatch(/expected "something else"$/);
  });

  test("that is not there is said with how many there are", async () => {
    expect(await at("content[5].type", "text")).toContain("no content block 5: there are 5");
    expect(await at("content[9999999999].type", "text")).toContain("there are 5");
    expect(await at("content[0].uri", "x")).toContain("no uri in");
    expect(await at("content[4].bytes", 1)).toContain("no data in");
    expect(await at("content.length", 1, result({}))).toContain("no content in {}");
  });

  test.each([
    ["iVBO%w0KGgo=", 'invalid base64: character "%" at position 4'],
    ["iVBORw0KGgo", "invalid base64: its length 11 is not a multiple of 4"],
    ["iVBO Rw0=", 'invalid base64: character " " at position 4'],
    ["iVBO-w0K", 'invalid base64: character "-" at position 4'],
    ["=AAA", 'invalid base64: character "=" at position 0'],
  ])("I90 of invalid base64 %j is said in words", async (data, words) => {
    const image = result({ content: [{ type: "image", data, mimeType: "image/png" }] });
    for (const part of ["bytes", "sha256"]) {
      expect(await at(`content[0].${part}`, 1, image)).toContain(words);
      const exists: Predicate = { name: "exists", value: false };
      const judged = await judgeOne(
        { expectations: [expectation(`content[0].${part}`, exists)] },
        image,
      );
      expect(judged.outcome).toBe("passed");
    }
  });

  test("I90 of 50 MB is measured without showing up in the result", async () => {
    const bytes = Buffer.alloc(50_000_000, 7);
    const image = result({ content: [{ type: "image", data: bytes.toString("base64") }] });
    const judged = await judgeOne(
      {
        expectations: [
          expectation("content[0].bytes", equals(50_000_000)),
          expectation(
            "content[0].sha256",
            equals(createHash("sha256").update(bytes).digest("hex")),
          ),
        ],
      },
      image,
    );
    expect(judged.outcome).toBe("passed");
    expect(judged.resultJson?.length).toBeLessThan(70_000);
  });

  test("stands in the contents of a resource and in the messages of a prompt too", async () => {
    const resource = result({ contents: [{ uri: "a://b", mimeType: "text/x", text: "body" }] });
    expect(await at("text", "body", resource)).toBeNull();
    expect(await at("content[0].type", "resource", resource)).toBeNull();
    expect(await at("content[0].mime_type", "text/x", resource)).toBeNull();
    const prompt = result({
      messages: [
        { role: "user", content: { type: "text", text: "one" } },
        { role: "assistant", content: { type: "text", text: "two" } },
      ],
    });
    expect(await at("text", "one\ntwo", prompt)).toBeNull();
    expect(await at("content[1].text", "two", prompt)).toBeNull();
  });
});

describe("what belongs to the answer", () => {
  test("tokens are an estimate of its text, or of the JSON of what has none", async () => {
    const below = (value: number): Predicate => ({ name: "below", value });
    const words = text("word ".repeat(1_000));
    expect((await stepWith("tokens", below(2_000), { reply: words })).outcome).toBe("passed");
    expect((await stepWith("tokens", below(500), { reply: words })).outcome).toBe("failed");
    const tools = result({ tools: [{ name: "echo", description: "says it again" }] });
    expect((await stepWith("tokens", below(40), { reply: tools })).outcome).toBe("passed");
    expect((await stepWith("tokens", below(5), { reply: tools })).outcome).toBe("failed");
  });

  test("status is that of HTTP, and nothing elsewhere", async () => {
    const reply = { ...text(""), status: 200 };
    expect((await stepWith("status", equals(200), { reply })).outcome).toBe("passed");
    expect((await stepWith("status", equals(202), { reply })).outcome).toBe("failed");
    expect((await stepWith("status", equals(200))).reason).toContain("no HTTP answer");
  });

  test("rounds are those of input, and none where none was asked for", async () => {
    expect(
      (await stepWith("rounds", equals(2), { reply: { ...text(""), rounds: 2 } })).outcome,
    ).toBe("passed");
    expect((await stepWith("rounds", equals(0))).outcome).toBe("passed");
    expect((await stepWith("rounds", equals(1))).outcome).toBe("failed");
  });

  test("a place that an error leaves empty says which error it was", async () => {
    const isThere: Predicate = { name: "exists", value: true };
    const judged = await judgeOne(
      {
        expectations: [
          expectation("structured", isThere),
          expectation("error.code", equals(-32000)),
        ],
      },
      rpcError(-32000, "full"),
    );
    expect(judged.reason).toBe(
      'structured is no result but JSON-RPC error -32000: "full"; expected something there',
    );
  });
});

describe("what came during the step", () => {
  const updated = "notifications/resources/updated";
  const message = "notifications/message";

  function saying() {
    const { inbox, say } = inboxOf();
    say("notification", updated, { uri: "a://before" });
    return {
      inbox,
      during: () => {
        say("notification", message, { level: "info", data: "one" });
        say("request", "sampling/createMessage", { maxTokens: 5 });
        say("notification", updated, { uri: "a://b" });
        say("notification", message, { level: "error", data: "two" });
      },
    };
  }

  const methodIs = (value: string): readonly Predicate[] => [equals(value)];

  test("is there in order, and nothing from before", async () => {
    const { inbox, during } = saying();
    const seen = await stepWith("notifications", equals([]), { inbox, during });
    expect(seen.reason).toContain('[{"method":"notifications/message"');
    expect(seen.reason).not.toContain("a://before");
    const three: Predicate = { name: "length", of: [equals(3)] };
    expect((await stepWith("notifications", three, saying())).outcome).toBe("passed");
    const one: Predicate = { name: "length", of: [equals(1)] };
    expect((await stepWith("requests", one, saying())).outcome).toBe("passed");
    expect((await stepWith("notifications", one, saying())).outcome).toBe("failed");
  });

  test("its log messages are lines of text", async () => {
    const logs: Predicate = equals("info: one\nerror: two");
    expect((await stepWith("logs", logs, saying())).outcome).toBe("passed");
    expect((await stepWith("logs", equals(""), saying())).outcome).toBe("failed");
    const { inbox, say } = inboxOf();
    const during = () =>
      say("notification", message, { level: "info", logger: "db", data: { n: 1 } });
    expect(
      (await stepWith("logs", equals('info db: {"n":1}'), { inbox, during })).reason,
    ).toBeNull();
  });

  test("a sequence may have others between, but is in order", async () => {
    const sequence = (...items: readonly (readonly [string, unknown?])[]): Predicate => ({
      name: "sequence",
      items: items.map(([method, level]) => ({
        method: methodIs(method),
        params: level === undefined ? [] : [expectation("$.level", equals(level))],
      })),
    });
    for (const holds of [
      sequence([message], [updated]),
      sequence([message, "info"], [message, "error"]),
      sequence([updated], [message]),
      sequence(),
    ]) {
      expect((await stepWith("notifications", holds, saying())).outcome).toBe("passed");
    }
    for (const fails of [
      sequence([updated], [updated]),
      sequence([message, "error"], [message, "info"]),
      sequence([updated], [message, "info"]),
    ]) {
      const failed = await stepWith("notifications", fails, saying());
      expect(failed.outcome).toBe("failed");
      expect(failed.reason).toMatch(/in which item 1 of the sequence does not come/);
    }
  });

  test("stderr is what was written since the step began, also when it arrives late", async () => {
    const lines = ["before"];
    const handle = {
      stderrMark: () => lines.length,
      stderrSince: (mark: number) => lines.slice(mark).join("\n"),
    };
    const contains = (value: string): Predicate => ({ name: "contains", value });
    const late = () => void setTimeout(() => lines.push("late"), 100);
    expect((await stepWith("stderr", contains("late"), { handle, during: late })).outcome).toBe(
      "passed",
    );
    const never = await stepWith("stderr", contains("before"), { handle });
    expect(never).toMatchObject({
      outcome: "failed",
      reason: 'stderr is ""; expected to contain "before"',
    });
  });

  test("memory is asked for only where it is expected something of", async () => {
    let asked = 0;
    const handle = {
      memoryBytes: () => {
        asked += 1;
        return Promise.resolve(5_000_000);
      },
    };
    const below = (value: number): Predicate => ({ name: "below", value });
    expect((await stepWith("memory", below(6_000_000), { handle })).outcome).toBe("passed");
    expect((await stepWith("memory", below(4_000_000), { handle })).outcome).toBe("failed");
    expect((await stepWith("text", equals(""), { handle })).outcome).toBe("passed");
    expect(asked).toBe(2);
  });
});
