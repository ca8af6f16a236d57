import { asFault } from "../fault/index.ts";
import { compileSchema, type SchemaProblem } from "../schema/index.ts";
import type { Offer, OfferedTool } from "./offer.ts";
import type { DraftScenario, DraftStep } from "./run-file-text.ts";
import { isSchema } from "./schema-parts.ts";
import type { Trial } from "./trial.ts";
import { madeUp } from "./values.ts";
import { unwritable } from "./yaml.ts";

/** The arguments a tool is drafted with. */
export interface DraftedTool {
  readonly tool: OfferedTool;
  readonly arguments: unknown;
  readonly comments: readonly string[];
  /** Why it must not be called; it is still written, as a comment. */
  readonly out?: string;
}

/**
 * Decides with what a tool is called, and whether it may be. Of an external server, which is not isolated and not ours,
 * only a tool that says that it only reads may.
 */
export async function draftTool(tool: OfferedTool, external: boolean): Promise<DraftedTool> {
  const { value, notes } = madeUp(tool.inputSchema ?? { type: "object" });
  const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
  const problem = isMap
    ? (unwritable(value) ?? (await schemaProblem(tool.inputSchema, value)))
    : "its input schema asks for something that is not an object";
  const comments = [
    ...notes.map(({ at, text }) => `TODO ${at === "" ? "arguments" : at}: ${text}`),
    ...(problem === undefined ? [] : [`TODO the arguments: ${problem}`]),
  ];
  const drafted = { tool, arguments: isMap ? value : {}, comments };
  if (isMap && unwritable(value) !== undefined) {
    return { ...drafted, arguments: {}, out: "its arguments cannot be written down here" };
  }
  if (tool.destructive) {
    return { ...drafted, out: "the tool says that it destroys things (destructiveHint)" };
  }
  return external && !tool.readOnly
    ? { ...drafted, out: "the tool does not say that it only reads, and this server is a real one" }
    : drafted;
}

/** What the input schema says against the values; they were made with care, but not every schema can be followed. */
async function schemaProblem(schema: unknown, value: unknown): Promise<string | undefined> {
  const compiled = await compileSchema(schema);
  switch (compiled.kind) {
    case "compiled": {
      const [problem] = problemsOf(() => compiled.validate(value));
      return problem;
    }
    case "invalid":
      return `the input schema is none: ${compiled.problem.pointer} ${compiled.problem.message}`;
    case "unsupported":
      return `nobody checked them: the input schema ${compiled.reason}`;
  }
}

function problemsOf(validate: () => readonly SchemaProblem[]): string[] {
  try {
    return validate().map(({ pointer, message }) => `${pointer} ${message}`.trim());
  } catch (thrown) {
    return [`nobody checked them: ${asFault(thrown).message}`];
  }
}

/** One scenario for what is offered as a whole, and one per tool. `trials` stand in the order of the tools. */
export function scenariosOfOffer(
  offer: Offer,
  drafted: readonly DraftedTool[],
  trials: readonly (Trial | undefined)[],
): DraftScenario[] {
  return [offerScenario(offer), ...drafted.map((tool, index) => toolScenario(tool, trials[index]))];
}

function offerScenario(offer: Offer): DraftScenario {
  const names = offer.tools.map(({ name }) => name);
  const tools: DraftStep = {
    comments: [],
    keys: {
      list: "tools",
      // Of one value the path gives that value, of none nothing.
      expect:
        names.length === 0
          ? { "$.tools": { equals: [] } }
          : { "$.tools[*].name": { equals: names.length === 1 ? names[0] : names } },
    },
  };
  const lists = [
    ["resources", "resources", offer.resources],
    ["resource_templates", "resourceTemplates", offer.resourceTemplates],
    ["prompts", "prompts", offer.prompts],
  ] as const;
  const writable = names.every((name) => unwritable(name) === undefined);
  return {
    name: "what the server offers",
    comments: [],
    steps: [
      { comments: [], keys: { ping: null } },
      ...(writable ? [tools] : [{ comments: [], keys: { list: "tools" } }]),
      ...lists.flatMap(([kind, key, offered]) => (offered === null ? [] : listTwice(kind, key))),
    ],
  };
}

/** The same list twice: what clients keep of it must still hold when they ask again. */
function listTwice(kind: string, key: string): DraftStep[] {
  return [
    { comments: [], keys: { list: kind, capture: { [kind]: `$.${key}` } } },
    {
      comments: ["The same again: a list that changes by itself is of little use to a client."],
      keys: { list: kind, expect: { [`$.${key}`]: { equals: `{{ ${kind} }}` } } },
    },
  ];
}

function toolScenario(drafted: DraftedTool, trial: Trial | undefined): DraftScenario {
  const { tool, comments } = drafted;
  const { expect, remark, out = drafted.out } = expectationOf(trial);
  const hasArguments = isSchema(drafted.arguments) && Object.keys(drafted.arguments).length > 0;
  const step: DraftStep = {
    comments: [...comments, ...remark],
    keys: {
      call: tool.name,
      ...(hasArguments ? { with: drafted.arguments } : {}),
      ...(tool.asTask ? { task: true } : {}),
      expect,
    },
  };
  const nameless = unwritable(tool.name) === undefined ? out : "its name would be filled in";
  return {
    name: tool.name,
    comments: [],
    steps: [step],
    ...(nameless === undefined ? {} : { out: nameless }),
  };
}

function expectationOf(trial: Trial | undefined): {
  readonly expect: Readonly<Record<string, unknown>>;
  readonly remark: readonly string[];
  readonly out?: string;
} {
  if (trial === undefined) {
    return { expect: { is_error: false }, remark: [] };
  }
  switch (trial.kind) {
    case "answered":
      return trial.isError
        ? {
            expect: { is_error: true },
            remark: [
              `TODO give values that work and expect is_error: false. With these it said: ${trial.text}`,
            ],
          }
        : { expect: { is_error: false }, remark: [] };
    case "refused":
      return {
        expect: { error: { code: trial.code } },
        remark: [`TODO give values that work. With these it said: ${trial.text}`],
      };
    case "unanswered":
      return { expect: { is_error: false }, remark: [], out: trial.text };
  }
}
