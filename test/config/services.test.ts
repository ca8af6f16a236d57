import { describe, expect, test } from "vitest";
import { linesOf, load, problemsOf } from "./loading.ts";

/** A run file with a server `a`, with these lines below it, and these services. */
function file(server: string, services: string): string {
  const below = (text: string, indent: string) => text.trim().replaceAll(/^/gm, indent);
  return `version: 1
services:
${below(services, "  ")}
servers:
  a:
    image: alpine:3.20
${below(server, "    ")}
scenarios:
  - name: one
    server: a
    steps: [{ call: echo }]
`;
}

const db = "db: { image: redis, healthcheck: { port: 6379 } }";

test("a service has what servers have, isolated as they are, in a group where it is found", () => {
  const { runFile } = load(file("depends_on: [db]", db));
  expect(runFile.services["db"]).toMatchObject({
    network: { egress: "none", group: "default" },
    limits: { memory: 512 * 2 ** 20, pids: 128 },
    hardening: { read_only_rootfs: true },
    healthcheck: { port: 6379, interval: 500, timeout: 5_000, retries: 60 },
    depends_on: {},
  });
  expect(runFile.servers["a"]).toMatchObject({
    depends_on: { db: "up" },
    network: { group: "default" },
  });
});

test("a server that waits for no service has no network of its own accord", () => {
  expect(load(file("", db)).runFile.servers["a"]?.network.group).toBeUndefined();
});

describe("A: what cannot be is told at its place:", () => {
  const cases: readonly [string, string, string, readonly string[]][] = [
    [
      "a name that nobody has, with the nearest",
      "depends_on: { bd: healthy }",
      db,
      ['7:19 there is no server or service "bd"'],
    ],
    ["itself", "depends_on: [a]", db, ['7:18 "a" waits for itself']],
    ["a name twice", "depends_on: [db, db]", db, ['7:22 "db" is listed twice']],
    [
      "a server that is to complete",
      "depends_on: [db]",
      "db: { image: redis, depends_on: { a: completed } }",
      [
        '3:37 the server "a" never completes: a server runs until it is stopped',
        "3:37 nothing of this could ever start: a → db → a",
      ],
    ],
    [
      "a round of waiting, with its chain",
      "depends_on: [x]",
      "x: { image: redis, depends_on: [y] }\ny: { image: redis, depends_on: { z: started } }\nz: { image: redis, depends_on: [x] }",
      ["5:35 nothing of this could ever start: x → y → z → x"],
    ],
    [
      "another group",
      "depends_on: [db]",
      "db: { image: redis, network: { group: back } }",
      ['7:18 the service "db" is in the group "back", which is not reached from "default"'],
    ],
    [
      "a name that a server has, too",
      "",
      "a: { image: redis }",
      ['3:3 "a" is both a server and a service: others reach them by that name'],
    ],
    [
      "a name that means an address",
      "",
      '"10": { image: redis }',
      ['3:3 the service "10" cannot be reached: in an address that name means 0.0.0.10'],
    ],
    [
      "nothing that runs",
      "",
      "db: { env: { A: b } }",
      [
        '3:3 the service "db" has none of image, build, mock_http; exactly one of image, build, mock_http says what runs',
      ],
    ],
    [
      "two things that run",
      "",
      "db: { image: redis, build: . }",
      [
        '3:23 the service "db" has both image and build; exactly one of image, build, mock_http says what runs',
      ],
    ],
    [
      "a health check of nothing",
      "",
      "db: { image: redis, healthcheck: { interval: 1s } }",
      ["3:36 services.db.healthcheck needs exactly one of exec and port; got a map"],
    ],
    [
      "a path outside of the workspace",
      "",
      "db: { image: redis, volumes: [{ host_path: ../x, container_path: /x, seed: y }] }",
      ["3:78 seed: only a volume of the run (`volume: NAME`) is given files at first"],
    ],
  ];
  test.each(cases)("%s", (_what, server, services, expected) => {
    expect(linesOf(file(server, services))).toEqual(expected);
  });
});

test("the nearest name is proposed", () => {
  expect(problemsOf(file("depends_on: [bd]", db))[0]?.hint).toBe(
    'Did you mean "db"? Allowed here: db.',
  );
});

test("what a service relaxes needs leave", () => {
  const text = file("", "db: { image: redis, hardening: { user: root } }");
  expect(linesOf(text, { allow: [] })).toEqual([
    '3:42 the service "db" asks to run as root, which nobody allowed',
  ]);
  expect(linesOf(text.replace("root", "0:0"), { allow: [] })).toHaveLength(1);
});

test("a secret of a service that is not set is told", () => {
  const text = file("", "db: { image: redis, secrets: [DB_PASSWORD] }");
  expect(linesOf(text, { secrets: {} })).toEqual(['3:33 the secret "DB_PASSWORD" is not set']);
});
