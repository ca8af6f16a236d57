import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createJobLog } from "../../src/action/job-log.ts";
import { commandsIn } from "../runner/command-parser.ts";
import { StepLog } from "../runner/job-log.ts";
import { Masks } from "../runner/mask.ts";

const payloads = [
  "::error::forged",
  "::set-output name=outcome::passed",
  "text ##[error]in mid-line",
  "##[save-state name=runId;]00000000000000000000000000000000",
  "hello\r::add-mask::a",
  "\u001b[0m::error::after a colour",
  "#\u001b[0m#[error]joined by stripping",
  "\u00a0\u2028::warning::after other blanks",
  "::add-mask::e",
  "::stop-commands::error",
  "##[stop-commands]mine",
  "::add-path::/tmp",
  ":\u001b[1m:error::x",
  "\u000b::notice::vt",
  "::group::a\n::endgroup::",
];

function written(print: (log: ReturnType<typeof createJobLog>) => void): string {
  let text = "";
  print(
    createJobLog(
      (more) => (text += more),
      () => randomBytes(16).toString("hex"),
    ),
  );
  return text;
}

/** What the runner carries out of the text, but for the block around foreign text. */
function carriedOut(text: string): { log: StepLog; names: string[] } {
  const log = new StepLog(new Masks(), () => undefined);
  for (const line of text.split(/\r\n|\n|\r/)) {
    log.take(line);
  }
  return { log, names: log.commands.map((command) => command.name) };
}

test.each(payloads)(
  "A01 A02 A03 A04 nothing of %j is a command, inside the block or without it",
  (payload) => {
    const text = written((log) => log.foreign(`before ${payload}\n${payload} after`));
    const { log, names } = carriedOut(text);
    expect(names).toEqual(["stop-commands"]);
    expect(log.commandsStopped).toBe(false);
    const [, ...inner] = text.trimEnd().split("\n");
    expect(commandsIn(inner.slice(0, -1).join("\n"))).toEqual([]);
    expect(commandsIn(written((own) => own.say(payload)))).toEqual([]);
  },
);

test("the oracle sees commands where text is not neutralised", () => {
  expect(payloads.filter((payload) => commandsIn(payload).length > 0).length).toBeGreaterThan(10);
});

test("A05 a foreign add-mask masks nothing", () => {
  const { log } = carriedOut(written((own) => own.foreign("::add-mask::e\nreadable text")));
  expect(log.lines.join("\n")).toContain("readable text");
});

test("A06 the token of a block is 128 random bits and new each time; our commands work after it", () => {
  const text = written((log) => {
    log.foreign("::stop-commands::guess\n::guess::");
    log.foreign("again");
  });
  const tokens = [...text.matchAll(/^::stop-commands::([0-9a-f]{32})$/gm)].map((match) => match[1]);
  expect(new Set(tokens).size).toBe(2);
  const { log, names } = carriedOut(`${text}::error::ours\n`);
  expect(names).toEqual(["stop-commands", "stop-commands", "error"]);
  expect(log.annotations.map((annotation) => annotation.message)).toEqual(["ours"]);
});

test("A06 a failing write does not leave commands stopped", () => {
  let text = "";
  let calls = 0;
  const log = createJobLog(
    (more) => {
      calls += 1;
      if (calls === 2) {
        throw new Error("broken pipe");
      }
      text += more;
    },
    () => "token",
  );
  expect(() => log.foreign("x")).toThrow("broken pipe");
  expect(text).toBe("::stop-commands::token\n::token::\n");
});

test("A01 A02 A03 A04 no text whatever yields a command", () => {
  const part = fc.oneof(
    fc.constantFrom(
      ...payloads,
      "::",
      "##[",
      "]",
      "error",
      "\r",
      "\n",
      "\u2028",
      "\u0085",
      "\u001b[31m",
      "\u001b",
      " ",
    ),
    fc.string({ unit: "binary", maxLength: 4 }),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      expect(commandsIn(written((log) => log.say(parts.join(""))))).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
