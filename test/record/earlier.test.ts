import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { migrationsFrom } from "../../src/record/schema.ts";
import { newFile, open, read } from "./fixture.ts";

/** A record as the first version of the schema had it, with one passed and one failed step. */
function firstVersion(): string {
  const file = newFile();
  const database = new DatabaseSync(file);
  database.exec(migrationsFrom(0)[0] ?? "");
  database.exec(`
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
    INSERT INTO meta VALUES ('schema_version', '1');
    INSERT INTO run (id, startedAtMs) VALUES (1, 5);
    INSERT INTO server (name) VALUES ('a');
    INSERT INTO scenario (id, name, servers, outcome) VALUES (1, 's', 'a', 'failed');
    INSERT INTO step (id, scenarioId, position, server, verb, target, outcome, startedAtMs, durationMs, resultBytes)
      VALUES (1, 1, 0, 'a', 'ping', '', 'passed', 5, 1, 0), (2, 1, 1, 'a', 'ping', '', 'failed', 6, 1, 0);
    INSERT INTO wire (server, direction, atMs, text, bytes, truncated) VALUES ('a', 'sent', 5, '{}', 2, 0);
    INSERT INTO finding (server, code, severity, message, atMs) VALUES ('a', 'c', 'error', 'm', 5);
  `);
  database.close();
  return file;
}

const asLater = {
  server: { endpoint: null, packageVersion: null, packages: null, bases: null },
  scenario: { tags: "", revision: null, trials: 1, trialsPassed: null },
  steps: [
    { phase: "step", rowLabel: null, attempts: 1, attemptsPassed: 1, note: null },
    { phase: "step", rowLabel: null, attempts: 1, attemptsPassed: 0, note: null },
  ],
  finding: { reference: null },
  wire: { own: false },
};

test("a record of an earlier version is read: what it did not know has its default", () => {
  const reader = read(firstVersion());
  expect(reader.damage).toBeNull();
  expect(reader.servers()).toMatchObject([asLater.server]);
  expect(reader.scenarios()).toMatchObject([asLater.scenario]);
  expect(reader.steps()).toMatchObject(asLater.steps);
  expect(reader.findings()).toMatchObject([asLater.finding]);
  expect([...reader.wire()]).toMatchObject([asLater.wire]);
});

test("a record of an earlier version that is written on has the later columns, with the same defaults", () => {
  const file = firstVersion();
  const record = open(file);
  record.server("a", { endpoint: "http://127.0.0.1:3001/mcp", packageVersion: "1.2.3" });
  record.close();
  const reader = read(file);
  expect(reader.servers()).toMatchObject([
    { endpoint: "http://127.0.0.1:3001/mcp", packageVersion: "1.2.3", packages: null },
  ]);
  expect(reader.scenarios()).toMatchObject([asLater.scenario]);
  expect(reader.steps()).toMatchObject(asLater.steps);
  expect([...reader.wire()]).toMatchObject([asLater.wire]);
});
