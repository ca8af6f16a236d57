import fc from "fast-check";
import {
  type LoadedRunFile,
  type LoadedStep,
  type LoadRequest,
  loadRunFile,
  type TemplateBook,
} from "../../src/config/index.ts";
import { checked, readTree } from "../../src/config/load.ts";
import { readOutside } from "../../src/config/outside.ts";
import { Fault, type Problem } from "../../src/fault/index.ts";

const file = "mcp-manager.yml";

/** Any text without NUL; the library's own unit for it takes more than a second to set up. */
export function anyText(lengths: { minLength?: number; maxLength: number }): fc.Arbitrary<string> {
  const character = fc
    .oneof(fc.integer({ min: 1, max: 0xff }), fc.integer({ min: 1, max: 0x10_ff_ff }))
    .filter((point) => point < 0xd8_00 || point > 0xdf_ff)
    .map((point) => String.fromCodePoint(point));
  return fc.string({ unit: character, ...lengths });
}

/** Templates of these names that take anything and say nothing. */
export function bookOf(...names: string[]): TemplateBook {
  return { names, apply: () => Promise.resolve({ server: {}, problems: [] }) };
}

type Around = Partial<Omit<LoadRequest, "text">>;

/** What a run file that refers to nothing has: no rows, no schemas. */
const outside = await readOutside(
  { kind: "map", offset: 0, entries: new Map() },
  { workspace: "/", folder: "/" },
);

/** Loads a run file that refers to no files, has no rows and no schemas; `loadRunFile` does it for any. */
export function load(text: string, around: Around = {}): LoadedRunFile {
  const request = requestOf(text, around);
  return checked(readTree(request), outside, request);
}

export function requestOf(text: string, around: Around = {}): LoadRequest {
  return {
    file,
    text,
    variables: {},
    environment: {},
    workspace: "/srv/checkout",
    ...around,
  };
}

/** The arguments of the first step, which is a call. */
export function argumentsOf(text: string, around: Around = {}): Readonly<Record<string, unknown>> {
  const action = load(text, around).scenarios[0]?.steps[0]?.action;
  if (action?.verb !== "call") {
    throw new Error("the first step is no call");
  }
  return action.arguments;
}

/** The fault that loading `text` ends in; anything but a refusal of it is thrown on. */
export function faultOf(text: string, around: Around = {}): Fault {
  try {
    load(text, around);
  } catch (thrown) {
    if (
      thrown instanceof Fault &&
      (thrown.code === "RUN_FILE_INVALID" || thrown.code === "RELAXATION_NOT_ALLOWED")
    ) {
      return thrown;
    }
    throw thrown;
  }
  throw new Error(`This run file was accepted:\n${text}`);
}

export function problemsOf(text: string, around: Around = {}): readonly Problem[] {
  return faultOf(text, around).problems;
}

/** Problems as `line:column message`. */
export function linesOf(text: string, around: Around = {}): string[] {
  return problemsOf(text, around).map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

/** A run file with one server `a` and one step; `server` is put below the server, `step` below the step. */
export function minimal(parts: { server?: string; step?: string; head?: string } = {}): string {
  const below = (text: string | undefined, indent: string) =>
    text === undefined ? "" : `${text.replaceAll(/^/gm, indent)}\n`;
  return [
    "version: 1\n",
    parts.head === undefined ? "" : `${parts.head}\n`,
    "servers:\n  a:\n    image: alpine:3.20\n",
    below(parts.server, "    "),
    "scenarios:\n  - name: one\n    steps:\n      - call: echo\n",
    below(parts.step, "        "),
  ].join("");
}

/** The steps of the first scenario of a run file with these as its steps. */
export function stepsOf(steps: string): readonly LoadedStep[] {
  return load(withSteps(steps)).scenarios[0]?.steps ?? [];
}

/** A run file with one server `a` and these steps, written as a YAML list. */
export function withSteps(steps: string, server = "image: alpine:3.20"): string {
  const below = (text: string, indent: string) => text.trim().replaceAll(/^/gm, indent);
  return `version: 1\nservers:\n  a:\n${below(server, "    ")}\nscenarios:\n  - name: one\n    steps:\n${below(steps, "      ")}\n`;
}

/** Problems as `file:line message`, of a run file that may refer to files in the workspace. */
export async function problemsWithFiles(text: string, workspace: string): Promise<string[]> {
  try {
    await loadRunFile(requestOf(text, { workspace }));
  } catch (thrown) {
    if (thrown instanceof Fault && thrown.code === "RUN_FILE_INVALID") {
      return thrown.problems.map(({ file: at, line, message }) => `${at}:${line} ${message}`);
    }
    throw thrown;
  }
  throw new Error(`This run file was accepted:\n${text}`);
}
