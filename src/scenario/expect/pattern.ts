import { Fault } from "../../fault/index.ts";

/** A regular expression of the run file. Throws NOT_JUDGEABLE for one that is none, as captures filled in may make it. */
export function patternOf(source: string, flags: "u" | "gu"): RegExp {
  try {
    return new RegExp(source, flags);
  } catch (error) {
    throw new Fault("NOT_JUDGEABLE", `The pattern ${JSON.stringify(source)} is none`, {
      cause: error,
    });
  }
}
