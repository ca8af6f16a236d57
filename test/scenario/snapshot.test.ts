import { mkdtempDisposable, readdir, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Mask, Predicate } from "../../src/config/index.ts";
import type { Reply } from "../../src/mcp/index.ts";
import { openSnapshots, type SnapshotSummary } from "../../src/scenario/index.ts";
import { expectation, type Played, play, result, step, stubSession } from "./stub-session.ts";

const never = { update: false, ci: false };
const update = { update: true, ci: false };

interface Folder extends AsyncDisposable {
  readonly runFile: string;
  readonly file: string;
  text(): Promise<string>;
  write(text: string): Promise<void>;
  names(): Promise<string[]>;
}

async function folder(): Promise<Folder> {
  const made = await mkdtempDisposable(join(tmpdir(), "snapshots-"));
  const { path } = made;
  const file = join(path, "mcp-manager.snapshots.yml");
  return {
    runFile: join(path, "mcp-manager.yml"),
    file,
    text: () => readFile(file, "utf8"),
    write: (text) => writeFile(file, text),
    names: () => readdir(path),
    [Symbol.asyncDispose]: () => made.remove(),
  };
}

interface Given {
  readonly place?: string;
  readonly mask?: readonly Mask[];
  readonly key?: string;
  readonly scenario?: string;
  readonly redact?: (text: string) => string;
  readonly name?: string;
}

/** Plays a scenario of one step with one snapshot, and finishes the store. */
async function shoot(
  { runFile }: Folder,
  options: { readonly update: boolean; readonly ci: boolean; readonly declared?: string[] },
  reply: Reply,
  given: Given = {},
): Promise<Played & { readonly summary: SnapshotSummary }> {
  const {
    place = "structured",
    mask = [],
    key,
    scenario = "one",
    redact,
    name = "call tool",
  } = given;
  const snapshots = await openSnapshots(runFile, options);
  const ownKey = key ?? `${scenario} › ${name} › ${place}`;
  const snapshot: Predicate = { name: "snapshot", key: ownKey, mask };
  const played = await play(
    [
      step({
        call: "tool",
        name,
        expectations: [expectation(place, snapshot)],
      }),
    ],
    stubSession(() => reply),
    { snapshots, scenario: { name: scenario }, ...(redact !== undefined && { redact }) },
  );
  const summary = await snapshots.finish({
    played: new Set(played.complete ? [scenario] : []),
    declared: new Set(options.declared ?? [scenario, "other"]),
  });
  return { ...played, summary };
}

const structured = (structuredContent: unknown): Reply => result({ structuredContent });

describe("a snapshot", () => {
  test("is stored when updating, one readable file with sorted keys, and holds from then on", async () => {
    await using place = await folder();
    const stored = await shoot(place, update, structured({ b: ["x"], a: "two\nlines" }));
    expect(stored).toMatchObject({ outcome: "passed", summary: { written: 1, obsolete: [] } });
    expect(await place.text()).toBe(
      [
        "# Snapshots: scenario › step › place. Written by --update-snapshots; review and commit them.",
        "one › call tool › structured:",
        "  a: |-",
        "    two",
        "    lines",
        "  b:",
        "    - x",
        "",
      ].join("\n"),
    );
    for (const options of [never, { update: false, ci: true }]) {
      const same = await shoot(place, options, structured({ a: "two\nlines", b: ["x"] }));
      expect(same).toMatchObject({ outcome: "passed", summary: { written: 0 } });
      const other = await shoot(place, options, structured({ a: "two\nlines", b: ["y"] }));
      expect(other).toMatchObject({ outcome: "failed", steps: [{ blame: "server" }] });
      expect(other.reason).toContain('/b/0 is "y", expected "x"');
    }
  });

  test("that is missing fails the step with what to do, and is not stored", async () => {
    await using place = await folder();
    const missing = await shoot(place, never, structured(1));
    expect(missing).toMatchObject({ outcome: "failed", steps: [{ blame: "run file" }] });
    expect(missing.reason).toContain(
      "mcp-manager.snapshots.yml has no snapshot yet (run --update-snapshots and commit the file)",
    );
    const inCi = await shoot(place, { update: false, ci: true }, structured(1));
    expect(inCi.reason).toContain("(run on your machine with --update-snapshots and commit");
    expect(await place.names()).toEqual([]);
  });

  test("is never updated in CI", async () => {
    await using place = await folder();
    await expect(openSnapshots(place.runFile, { update: true, ci: true })).rejects.toMatchObject({
      code: "USAGE",
    });
    expect(await place.names()).toEqual([]);
  });

  test("is replaced when updating, alone, and no other file is left", async () => {
    await using place = await folder();
    await place.write("other › step › text: kept\none › call tool › structured: old\n");
    const stored = await shoot(place, update, structured("new"));
    expect(stored.summary.written).toBe(1);
    expect((await place.text()).split("\n").slice(1)).toEqual([
      "one › call tool › structured: new",
      "other › step › text: kept",
      "",
    ]);
    expect(await place.names()).toEqual(["mcp-manager.snapshots.yml"]);
  });

  test("of the same value is not written again", async () => {
    await using place = await folder();
    const mine = "one › call tool › structured: same # my own words\n";
    await place.write(mine);
    expect((await shoot(place, update, structured("same"))).summary.written).toBe(0);
    expect(await place.text()).toBe(mine);
  });

  test("has the name that its predicate gives it", async () => {
    await using place = await folder();
    await shoot(place, update, structured(1), { key: "greeting" });
    expect(await place.text()).toContain("greeting: 1");
  });

  test("nobody asks for any more is reported, and removed when updating", async () => {
    await using place = await folder();
    await place.write(
      "one › call tool › structured: 1\none › gone › text: 2\nother › x › text: 3\nnobody › x › text: 4\n",
    );
    const gone = ["one › gone › text"];
    expect((await shoot(place, never, structured(1))).summary.obsolete).toEqual(gone);
    expect(await place.text()).toContain("gone");
    expect((await shoot(place, update, structured(1))).summary.obsolete).toEqual(gone);
    expect(await place.text()).not.toContain("gone");
    expect(await place.text()).toContain("other › x › text: 3");
  });

  test("of no declared scenario is obsolete only when all were played", async () => {
    await using place = await folder();
    await place.write("one › call tool › structured: 1\nnobody › x › text: 4\nown name: 5\n");
    expect((await shoot(place, never, structured(1))).summary.obsolete).toEqual([]);
    const all = { ...never, declared: ["one"] };
    expect((await shoot(place, all, structured(1))).summary.obsolete).toEqual([
      "nobody › x › text",
      "own name",
    ]);
  });

  test("of a scenario that was not done to its end is not obsolete", async () => {
    await using place = await folder();
    await place.write("one › call tool › structured: 1\none › later › text: 2\n");
    const failed = await shoot(place, never, structured(5));
    expect(failed).toMatchObject({ outcome: "failed", summary: { obsolete: [] } });
  });

  test("seen as two values in one update is not stable, and that is the run file's fault", async () => {
    await using place = await folder();
    const snapshots = await openSnapshots(place.runFile, update);
    let count = 0;
    const snapshot: Predicate = { name: "snapshot", key: "a", mask: [] };
    const played = await play(
      [step({ call: "tool", repeat: 2, expectations: [expectation("structured", snapshot)] })],
      stubSession(() => structured(++count)),
      { snapshots },
    );
    expect(played).toMatchObject({ outcome: "failed", steps: [{ blame: "run file" }] });
    expect(played.reason).toContain("mask what varies");
  });
});

describe("a mask", () => {
  const value = structured({ at: "2026-01-02", id: 7, log: ["took 12 ms", "took 5 ms"] });

  test("replaces what a path or a pattern finds, in the file and in what is compared", async () => {
    await using place = await folder();
    const mask = [{ path: "$.at" }, { path: "$..id" }, { pattern: "\\d+ ms" }];
    await shoot(place, update, value, { mask });
    const text = await place.text();
    expect(text).toContain("at: <masked>");
    expect(text).toContain("id: <masked>");
    expect(text).toContain("- took <masked>\n    - took <masked>");
    const later = structured({ at: "2027-05-05", id: 9, log: ["took 1 ms", "took 99 ms"] });
    expect((await shoot(place, never, later, { mask })).outcome).toBe("passed");
    const other = structured({ at: "2027-05-05", id: 9, log: ["took 1 ms", "waited 99 ms"] });
    expect((await shoot(place, never, other, { mask })).outcome).toBe("failed");
  });

  test("of the whole leaves only that there was something", async () => {
    await using place = await folder();
    await shoot(place, update, value, { mask: [{ path: "$" }] });
    expect(await place.text()).toContain("structured: <masked>");
  });

  test("I39 that is too slow, or none, is the run file's fault", async () => {
    await using place = await folder();
    for (const mask of [{ pattern: "(a+)+$" }, { pattern: "(" }, { path: "$[" }]) {
      const slow = structured(`${"a".repeat(40)}!`);
      const broken = await shoot(place, update, slow, { mask: [mask] });
      expect(broken).toMatchObject({ outcome: "broken", steps: [{ faultCode: "NOT_JUDGEABLE" }] });
    }
    expect(await place.names()).toEqual([]);
  });
});

describe("the file of snapshots", () => {
  test("has no secret in it", async () => {
    await using place = await folder();
    const redact = (text: string): string => text.replaceAll("hunter2", "***");
    await shoot(place, update, structured({ deep: [{ token: "is hunter2." }] }), { redact });
    expect(await place.text()).toContain("token: is ***.");
    const again = await shoot(place, never, structured({ deep: [{ token: "is hunter2." }] }), {
      redact,
    });
    expect(again.outcome).toBe("passed");
  });

  test("gives back every value that went in", async () => {
    await using place = await folder();
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 4 }), fc.string(), async (json, scenario) => {
        await place.write("{}");
        expect((await shoot(place, update, structured(json), { scenario })).outcome).toBe("passed");
        const again = await shoot(place, never, structured(json), { scenario });
        expect(again.reason).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test("A43 keeps hostile keys as data", async () => {
    await using place = await folder();
    const hostile = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"a":"b"}}') as unknown;
    const given = { scenario: "__proto__", mask: [{ pattern: "b" }, { path: "$.constructor.a" }] };
    await shoot(place, update, structured(hostile), given);
    expect((await shoot(place, never, structured(hostile), given)).reason).toBeNull();
    const other = JSON.parse('{"__proto__":{"polluted":2},"constructor":{"a":"b"}}') as unknown;
    expect((await shoot(place, never, structured(other), given)).outcome).toBe("failed");
    expect("polluted" in {}).toBe(false);
  });

  test.each([
    ["is no YAML", "a: [", "is no sound YAML at line"],
    ["has a key twice", "a: 1\na: 2\n", "is no sound YAML at line 2"],
    ["is no map", "- 1\n", "holds no map"],
    ["grows by aliases", "a: &a [x, x]\nb: [*a, *a]\n", "uses aliases"],
    ["is larger than anybody reads", "#".repeat(17_000_000), "larger than the 16 MiB"],
    ["is nested without end", `${"[".repeat(20_000)}${"]".repeat(20_000)}`, "is no sound YAML"],
  ])("that %s is refused by name", async (_what, text, reason) => {
    await using place = await folder();
    await place.write(text);
    const opened = openSnapshots(place.runFile, never);
    await expect(opened).rejects.toMatchObject({ code: "RUN_FILE_INVALID" });
    await expect(opened).rejects.toThrow(reason);
  });

  test("does not take what nobody could review", async () => {
    await using place = await folder();
    const deep = JSON.parse("[".repeat(5_000) + "]".repeat(5_000)) as unknown;
    expect((await shoot(place, update, structured(deep))).reason).toContain("at most 100 levels");
    const long = structured("x".repeat(1_100_000));
    expect((await shoot(place, update, long)).reason).toContain("at most 1 MiB");
  });
});
