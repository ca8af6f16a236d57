import { mkdtempDisposable } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type LoadedScenario, loadRunFile } from "../../src/config/index.ts";
import { openSnapshots, type SnapshotStore } from "../../src/scenario/index.ts";
import { legacy } from "./live.ts";
import type { Played } from "./stub-session.ts";

/** A run file with one server and these scenarios, as its reader gives them. */
async function scenarios(workspace: string, body: string): Promise<readonly LoadedScenario[]> {
  const head = "version: 1\nservers:\n  one: { image: some/image }\nscenarios:\n";
  const request = {
    file: "mcp-manager.yml",
    text: head + body,
    variables: {},
    environment: {},
    workspace,
  };
  return (await loadRunFile(request)).scenarios;
}

async function playAll(
  all: readonly LoadedScenario[],
  snapshots?: SnapshotStore,
): Promise<readonly Played[]> {
  await using server = await legacy();
  const played: Played[] = [];
  for (const { steps, ...scenario } of all) {
    played.push(await server.play(steps, { scenario, ...(snapshots && { snapshots }) }));
  }
  expect(server.connected.heard.findings).toEqual([]);
  return played;
}

const body = `
  - name: everything
    setup:
      - set_log_level: debug
        expect: { logs: "debug: set" }
    steps:
      - list: tools
        expect:
          $.tools[*].name: { contains: echo, length: { above: 5 }, each: { type: string } }
          tokens: { between: [10, 2000] }
          bytes: { below: 64KiB }
      - call: echo
        with: { message: hello }
        expect:
          text: { equals: hello, not: { contains: bye } }
          content:
            - { type: text, text: { starts_with: hel }, bytes: 5 }
          $: { schema: { required: [content] } }
          duration: { below: 10s }
        capture: { said: "$.content[0].text" }
      - call: echo
        for_each: [{ who: Ada, n: 1 }, { who: Bob, n: 2 }]
        with: { message: "{{ said }} {{ row.who }} {{ n }}" }
        expect:
          text: { one_of: [hello Ada 1, hello Bob 2], matches: "^{{ said }} {{ who }} \\\\d$" }
      - call: ask-form
        answers:
          elicitation:
            when: { $.message: { contains: name } }
            accept: { name: "{{ said }}" }
        expect:
          text: { contains: '"name":"hello"' }
          requests: [elicitation/create]
      - subscribe: test://a
      - wait_for: { method: notifications/resources/updated, where: { $.uri: test://a } }
        capture: { uri: $.uri }
      - read: "{{ uri }}"
        expect: { text: content, "content[0].uri": test://a }
      - call: progress
        expect:
          progress: { length: 3 }
      - call: slow
        cancel_after: 100ms
      - send_raw: { text: "{ oops", answer: null }
        expect: { error: { code: -32700 } }
      - call: echo
        with: { message: again }
        repeat: 6
        parallel: 3
      - call: echo
        with: { message: perhaps }
        trials: { times: 4, pass_rate: 0.75 }
        expect: { text: perhaps }
    teardown:
      - ping:
`;

test("a run file that uses the whole language passes on a server that has everything", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "language-"));
  const [played] = await playAll(await scenarios(folder.path, body));
  expect(played?.steps.map(({ outcome, reason }) => reason ?? outcome)).toEqual(
    Array(15).fill("passed"),
  );
  expect(played).toMatchObject({ outcome: "passed", complete: true });
  expect(played?.steps.map(({ phase }) => phase)).toEqual([
    "setup",
    ...Array<string>(13).fill("step"),
    "teardown",
  ]);
});

test("what does not hold is said with its place, both sides and the line of the run file", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "language-"));
  const wrong = `
  - name: wrong
    steps:
      - call: echo
        with: { message: hello }
        expect:
          content:
            - { type: image }
            - { type: text }
          text:
            any_of: [{ equals: bye }, { matches: ^x }]
`;
  const [played] = await playAll(await scenarios(folder.path, wrong));
  expect(played?.steps[0]?.verdicts).toMatchObject([
    { place: "content.length", ok: false, expected: "2", actual: "1" },
    { place: "content[0].type", ok: false, expected: '"image"', actual: '"text"', line: 12 },
    { place: "content[1].type", ok: false, actual: "no content block 1: there are 1", line: 13 },
    {
      place: "text",
      predicate: "any_of",
      ok: false,
      expected: '("bye") or (to match "^x")',
      actual: '"hello"',
      line: 15,
    },
  ]);
  expect(played?.reason).toBe("content.length is 1; expected 2 (and 3 more)");
});

test("snapshots of rows stand beside each other and hold in the next run", async () => {
  await using folder = await mkdtempDisposable(join(tmpdir(), "language-"));
  const rows = `
  - name: rows
    steps:
      - call: echo
        for_each: [{ who: Ada }, { who: Bob }]
        with: { message: "hello {{ who }}" }
        expect: { text: { snapshot: true }, $.content: { snapshot: { name: own, mask: ["/hel+o/"] } } }
`;
  const all = await scenarios(folder.path, rows);
  const file = join(folder.path, "mcp-manager.yml");
  const about = { played: new Set(["rows"]), declared: new Set(["rows"]) };
  const update = await openSnapshots(file, { update: true, ci: false });
  expect((await playAll(all, update))[0]).toMatchObject({ outcome: "passed" });
  expect(await update.finish(about)).toMatchObject({ written: 4, obsolete: [] });
  const compare = await openSnapshots(file, { update: false, ci: true });
  expect((await playAll(all, compare))[0]).toMatchObject({ outcome: "passed" });
  const other = await scenarios(folder.path, rows.replaceAll("Bob", "Eve"));
  const [failed] = await playAll(other, await openSnapshots(file, { update: false, ci: true }));
  expect(failed?.steps[0]?.outcome).toBe("passed");
  expect(failed?.steps[1]).toMatchObject({ outcome: "failed", blame: "run file" });
});
