import { openRecord } from "../../src/record/index.ts";

// Commits 300 lines and a step, leaves one line in the buffer, says so and never ends.
const record = openRecord(process.argv[2] ?? "", {
  redact: (text) => text,
  clock: { nowMs: () => 1 },
});
const line = { server: "a", stream: "stderr", atMs: 1, bytes: 1, truncated: false } as const;
for (let index = 0; index < 300; index++) {
  record.log({ ...line, text: `line ${index}` });
}
record.event({ atMs: 1, kind: "last", server: null, data: "{}" });
process.stdout.write("committed\n");
setInterval(() => undefined, 1_000);
