import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readRecord } from "../../src/record/index.ts";
import { newFile, open } from "./fixture.ts";

test("F60 what was committed is there after the writer was killed with SIGKILL", async () => {
  const file = newFile();
  const child = spawn(process.execPath, [join(import.meta.dirname, "killed-writer.ts"), file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  using reader = readRecord(file);
  expect([...reader.logs()].map(({ text }) => text)).toEqual(
    Array.from({ length: 300 }, (_, index) => `line ${index}`),
  );
  expect([...reader.events()]).toHaveLength(1);
  expect([reader.run().endedAtMs, reader.damage]).toEqual([null, null]);
  const next = open(file);
  next.run({ endedAtMs: 5 });
  expect(reader.run().endedAtMs).toBe(5);
});
