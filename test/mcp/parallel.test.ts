import { expect, test } from "vitest";
import { call, textOf } from "./calling.ts";
import { connectTo, connectToFile } from "./child-server.ts";

test("F92 two hundred calls at once are all answered, each with its own answer", async () => {
  await using connected = await connectToFile("full-legacy.mjs");
  const messages = Array.from({ length: 200 }, (_, index) => `message ${index}`);
  const replies = await Promise.all(
    messages.map((message) => call(connected, "echo", { message })),
  );
  expect(replies.map(textOf)).toEqual(messages);
  const sent = connected.heard.sent.filter((line) => line.includes("tools/call"));
  expect(sent.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual(
    messages.map((_, index) => index + 2),
  );
  expect(connected.heard.findings).toEqual([]);
});

test("F92 answers in the reverse order are told apart", async () => {
  await using connected = await connectTo("ok");
  const times = [120, 80, 40, 0];
  const ended: number[] = [];
  const replies = await Promise.all(
    times.map(async (ms) => {
      const reply = await call(connected, "sleep", { ms });
      ended.push(ms);
      return textOf(reply);
    }),
  );
  expect(replies).toEqual(times.map((ms) => `slept ${ms} ms`));
  expect(ended).toEqual(times.toReversed());
});
