import type { AnswerRule, JsonRecord } from "../../config/index.ts";

const declaredBy: Readonly<Record<AnswerRule["method"], JsonRecord>> = {
  "roots/list": { roots: { listChanged: true } },
  "sampling/createMessage": { sampling: {} },
  "elicitation/create": { elicitation: { form: {}, url: {} } },
};

/** What a client says it can do: what there are answers for, and what the run file declares in its own words. */
export function capabilitiesFor(
  rules: readonly Pick<AnswerRule, "method">[],
  declared: JsonRecord = {},
): JsonRecord {
  const scripted = rules.map(({ method }) => declaredBy[method]);
  return Object.assign({}, ...scripted, declared) as JsonRecord;
}
