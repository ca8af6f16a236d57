import { openRecord } from "../../src/record/index.ts";

// Writes until the disk takes no more, then some, and says what it was told.
const faults: string[] = [];
const record = openRecord(process.argv[2] ?? "", {
  redact: (text) => text,
  clock: { nowMs: () => 1 },
  onFault: (fault) => faults.push(fault.code),
});
const line = { server: "a", stream: "stderr", atMs: 1, bytes: 1, truncated: false } as const;
const written = 4_000;
for (let index = 0; index < written; index++) {
  record.log({ ...line, text: `line ${index}`.padEnd(200) });
}
record.close();
process.stdout.write(`${JSON.stringify({ faults, written, lost: record.lostRows })}\n`);
