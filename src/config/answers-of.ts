import type { JsonRecord } from "./action.ts";
import type { AnswersSpec, ClientSpec, RuleSpec } from "./client.ts";
import type { AnswerRule, LoadedClient, LoadedScenario } from "./loaded.ts";
import { conditionsOf, type Making } from "./predicates-of.ts";
import type { Path } from "./tree.ts";

const methods = {
  sampling: "sampling/createMessage",
  elicitation: "elicitation/create",
  roots: "roots/list",
} as const;

type Side = keyof typeof methods;
const sides = ["sampling", "elicitation", "roots"] as const satisfies readonly Side[];

/** What is declared to each server so that it asks only for what is scripted. */
const declarations: Readonly<Record<AnswerRule["method"], JsonRecord>> = {
  "sampling/createMessage": { sampling: {} },
  "elicitation/create": { elicitation: { form: {}, url: {} } },
  "roots/list": { roots: {} },
};

/** The rules of a step's `answers`, one by one; `path` is that of `answers`. */
export function answersOf(
  spec: AnswersSpec | undefined,
  path: Path,
  making: Making,
): readonly AnswerRule[] {
  return sides.flatMap((side) => {
    const given = spec?.[side];
    if (given === undefined) {
      return [];
    }
    return Array.isArray(given)
      ? given.map((rule, nth) => ruleOf(side, rule, [...path, side, nth], making))
      : [ruleOf(side, given, [...path, side], making)];
  });
}

/** What the client declares to a server and answers it; what steps on it answer is declared too. */
export function clientOf(
  name: string,
  spec: ClientSpec,
  scenarios: readonly LoadedScenario[],
  making: Making,
): LoadedClient {
  const path = ["servers", name, "client"];
  const { roots, capabilities, ...scripted } = spec;
  const own = answersOf(scripted, path, making);
  const listed: readonly AnswerRule[] =
    roots === undefined
      ? []
      : [
          {
            method: "roots/list",
            when: [],
            reply: { result: { roots } },
            at: making.locate([...path, "roots"]),
          },
        ];
  const answers = [...own, ...listed];
  const inSteps = scenarios
    .flatMap(({ setup, steps, teardown }) => [...setup, ...steps, ...teardown])
    .flatMap((step) => (step.server === name ? step.answers : []));
  const declared = [...answers, ...inSteps].map(({ method }) => declarations[method]);
  return { capabilities: Object.assign({}, ...declared, capabilities) as JsonRecord, answers };
}

function ruleOf(side: Side, rule: RuleSpec, path: Path, making: Making): AnswerRule {
  return {
    method: methods[side],
    when: conditionsOf(rule.when ?? {}, [...path, "when"], making),
    reply: replyOf(rule),
    ...(rule.times === undefined ? {} : { times: rule.times }),
    at: making.locate(path),
  };
}

function replyOf(rule: RuleSpec): AnswerRule["reply"] {
  if (rule.error !== undefined) {
    return { error: rule.error };
  }
  if (rule.refuse !== undefined) {
    return "refuse";
  }
  if (rule.silence !== undefined) {
    return "silence";
  }
  return { result: rule.result ?? resultOf(rule) };
}

function resultOf({ text, model, accept, decline }: RuleSpec): JsonRecord {
  if (text !== undefined) {
    const content = { type: "text", text };
    return { role: "assistant", content, model: model ?? "scripted", stopReason: "endTurn" };
  }
  if (accept !== undefined) {
    return accept === true ? { action: "accept" } : { action: "accept", content: accept };
  }
  return { action: decline === undefined ? "cancel" : "decline" };
}
