import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { noAttempts, recordAttempts } from "../../src/manager/server/attempts.ts";
import { newRecord } from "../report/fixture.ts";

test("a server that tries without end is told of once a place, and fills no record", () => {
  const { record, read } = newRecord();
  const tell = recordAttempts("srv", noAttempts(), { record, clock: systemClock });
  for (let nth = 0; nth < 1_500; nth += 1) {
    tell({ target: `host-${nth % 30}:443`, outcome: "denied", reason: "its egress is none" });
  }
  const reader = read();
  expect([...reader.events("egress")]).toHaveLength(1_000);
  expect(reader.findings()).toHaveLength(20);
});

test("what was allowed, or allowed and not reached, is no finding", () => {
  const { record, read } = newRecord();
  const tell = recordAttempts("srv", noAttempts(), { record, clock: systemClock });
  tell({ target: "a:443", outcome: "allowed", reason: null });
  tell({ target: "b:443", outcome: "failed", reason: "connect ECONNREFUSED" });
  const reader = read();
  expect([...reader.events("egress")].map(({ data }) => JSON.parse(data) as unknown)).toEqual([
    { target: "a:443", outcome: "allowed", reason: null },
    { target: "b:443", outcome: "failed", reason: "connect ECONNREFUSED" },
  ]);
  expect(reader.findings()).toEqual([]);
});
