import { isObject } from "./checks.ts";
import type { SchemaProblem } from "./problem.ts";
import { attempt, type Check, fail, under } from "./run.ts";
import { kindOf, showValue } from "./words.ts";

/** Members by name, and all others by one check, where there is one. */
export function object(
  members: ReadonlyMap<string, Check>,
  others: Check | undefined,
  closed: boolean,
): Check {
  return (value, run) => {
    if (!isObject(value)) {
      return true;
    }
    let good = true;
    for (const key of Object.keys(value)) {
      const check = members.get(key) ?? others;
      if (check === undefined) {
        continue;
      }
      if (closed && check === others) {
        good = fail(
          run,
          "additionalProperties",
          `has the member ${showValue(key)}, which is not allowed`,
        );
      } else if (!under(run, key, value[key], check)) {
        good = false;
      }
      if (!good && run.problems.length >= run.limit) {
        return false;
      }
    }
    return good;
  };
}

/** The first elements one by one, and all others by one check. */
export function items(first: readonly Check[], rest: Check): Check {
  return (value, run) => {
    if (!Array.isArray(value)) {
      return true;
    }
    let good = true;
    for (let index = 0; index < value.length; index += 1) {
      if (!under(run, index, value[index], first[index] ?? rest)) {
        good = false;
        if (run.problems.length >= run.limit) {
          return false;
        }
      }
    }
    return good;
  };
}

export function anyOf(checks: readonly Check[]): Check {
  return (value, run) => {
    if (checks.some((check) => attempt(run, value, check))) {
      return true;
    }
    if (run.problems.length >= run.limit) {
      return false;
    }
    const closest = closestOf(checks.map((check) => firstProblem(run, value, check)));
    if (closest === undefined) {
      return fail(
        run,
        "anyOf",
        `is ${kindOf(value)} that fits none of ${checks.length} alternatives`,
      );
    }
    run.problems.push(closest);
    return false;
  };

  function firstProblem(
    run: Parameters<Check>[1],
    value: unknown,
    check: Check,
  ): SchemaProblem | undefined {
    const found: SchemaProblem[] = [];
    attempt(run, value, check, found);
    return found[0];
  }
}

export function oneOf(checks: readonly Check[]): Check {
  const any = anyOf(checks);
  return (value, run) => {
    const fitting = checks.filter((check) => attempt(run, value, check)).length;
    return fitting > 1
      ? fail(run, "oneOf", `fits ${fitting} schemas of which it may fit one`)
      : fitting === 1 || any(value, run);
  };
}

/**
 * The alternative that was meant: the one whose problem lies deepest, other than a wrong constant, for by constants
 * such as `type` the alternatives are told apart.
 */
function closestOf(problems: readonly (SchemaProblem | undefined)[]): SchemaProblem | undefined {
  const told = problems.filter((problem) => problem !== undefined);
  const ranks = told.map(
    ({ pointer, keyword }) => pointer.split("/").length * 2 - (keyword === "const" ? 3 : 0),
  );
  const best = Math.max(...ranks);
  const closest = told.filter((_, index) => ranks[index] === best);
  return closest.every(({ message }) => message === closest[0]?.message) ? closest[0] : undefined;
}
