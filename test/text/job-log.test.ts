import fc from "fast-check";
import { expect, test } from "vitest";
import { forJobLog } from "../../src/text/index.ts";
import { commandsIn } from "./runner-commands.ts";

const noise = fc.oneof(
  { weight: 6, arbitrary: fc.constant("") },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "\u001b[0m",
      "\u001b[",
      "\u001b]0;x\u0007",
      "\u001b",
      "\u009b1m",
      "\u0000",
      "\u0007",
      "\u2060",
      "\u200b",
      "\ufeff",
      "\u00ad",
      "\u202e",
      " ",
      "\u00a0",
      "\u3000",
      "\t",
      "\n",
      "\r",
      "\v",
      "\f",
      "\u0085",
      "\u2028",
      ":",
      "#",
      "::",
      "##",
    ),
  },
);

/** Commands with noise woven into them, which chance alone would never write. */
const crafted = fc
  .array(fc.constantFrom("::error::x", "##[save-state name=a]b", "::add-mask::", "##[", "::"), {
    minLength: 1,
    maxLength: 3,
  })
  .chain((commands) => {
    const characters = [...commands.join("").matchAll(/[a-z]+|./g)].map(([part]) => part);
    return fc
      .array(noise, { minLength: characters.length, maxLength: characters.length })
      .map((gaps) =>
        characters.map((character, index) => `${gaps[index] ?? ""}${character}`).join(""),
      );
  });

test("A01 A02 A03 A04 no text whatever becomes a workflow command", () => {
  fc.assert(
    fc.property(fc.oneof(crafted, fc.string({ unit: "binary" })), (text) => {
      expect(commandsIn(forJobLog(text))).toEqual([]);
    }),
    { numRuns: 3_000 },
  );
});

test("A01 A02 the oracle sees the commands in the same texts when they are printed raw", () => {
  const found = fc
    .sample(crafted, { numRuns: 3_000, seed: 1 })
    .filter((text) => commandsIn(text).length > 0);
  expect(found.length).toBeGreaterThan(300);
});

test.for([
  ["A01", "::error::x"],
  ["A01", "  ::set-output name=a::b"],
  ["A01", "\u00a0::error::x"],
  ["A01", "::ERROR file=a::x"],
  ["A02", "progress 50 % ##[error]x"],
  ["A02", "###[save-state name=pid;]1"],
  ["A03", "hello\r::add-mask::a"],
  ["A05", "x\n::add-mask::e"],
  ["A05", "::add-mask::0"],
] as const)("%s a command is run raw and is text afterwards: %j", ([, text]) => {
  expect(commandsIn(text)).toHaveLength(1);
  expect(commandsIn(forJobLog(text))).toEqual([]);
});

test.for(["hello\u0085::error::x", "hello\u2028::error::x", "hello\v::error::x"])(
  "A03 a line break that only some readers know begins a line of its own: %j",
  (text) => {
    expect(forJobLog(text).split("\n")).toHaveLength(2);
    expect(commandsIn(forJobLog(text))).toEqual([]);
  },
);

test.for([
  "\u001b[0m::error::x",
  "#\u001b[0m#[error]x",
  ":\u001b[1m:error::x",
  "\u001b\u001b[0m[0m::error::x",
])("A04 what stripping joins is broken after stripping: %j", (text) => {
  expect(commandsIn(forJobLog(text))).toEqual([]);
});

test("A06 a server can neither stop our commands nor resume them", () => {
  const token = "7c1f9e0d4b5a68237c1f9e0d4b5a6823";
  const foreign = forJobLog("::stop-commands::mine\n##[stop-commands]mine\n::guess::");
  const output = `${foreign}\n::error::ours\n::stop-commands::${token}\n${foreign}\n::${token}::\n::warning::ours`;
  expect(commandsIn(output).map(({ name }) => name)).toEqual([
    "error",
    "stop-commands",
    token,
    "warning",
  ]);
});

test("A06 printed raw, it swallows them", () => {
  const output = "::stop-commands::mine\n::error::ours";
  expect(commandsIn(output).map(({ name }) => name)).toEqual(["stop-commands"]);
});

test("text that is no command is left as it is", () => {
  const text = "std::vector<int> a::b\n# heading [x]\n\tindented: 5 %";
  expect(forJobLog(text)).toBe(text);
});

test("A04 A24 terminal sequences are gone and what hides is shown", () => {
  expect(forJobLog("\u001b[31mred\u001b[0m ##\u001b[0m[x] a\u202eb\u0007")).toBe(
    "red #\u2060#[x] a\\u{202e}b\\x07",
  );
});
