import type { LoadedStep } from "../../config/index.ts";
import { fillStrings, type Scope } from "../expect/fill.ts";
import { fillExpectation } from "../expect/fill-predicate.ts";
import { fillAction, fillRecord } from "../verb/fill-action.ts";

/** A step with captures and row values filled in. Throws RUN_FILE_INVALID for a name that stands for nothing. */
export function fillStep(step: LoadedStep, scope: Scope): LoadedStep {
  return {
    ...step,
    action: fillAction(step.action, scope),
    expectations: step.expectations.map((expectation) => fillExpectation(expectation, scope)),
    ...(step.retry?.until !== undefined && {
      retry: {
        ...step.retry,
        until: step.retry.until.map((expectation) => fillExpectation(expectation, scope)),
      },
    }),
    ...(step.meta !== undefined && { meta: fillRecord(step.meta, scope) }),
    ...(step.headers !== undefined && { headers: fillStrings(step.headers, scope) }),
  };
}
