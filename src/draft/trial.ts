import { listOf, member } from "./schema-parts.ts";

/** What came of calling a tool once with the values made up for it. */
export type Trial =
  | { readonly kind: "answered"; readonly isError: boolean; readonly text: string }
  | { readonly kind: "refused"; readonly code: number; readonly text: string }
  /** No answer in time, or the server is gone. */
  | { readonly kind: "unanswered"; readonly text: string };

/** Reads what the manager hands back for a call. */
export function trialOf(answer: Readonly<Record<string, unknown>>): Trial {
  const error = member(answer, "error");
  if (error !== undefined) {
    return {
      kind: "refused",
      code: Number(member(error, "code")),
      text: String(member(error, "message")),
    };
  }
  const result = member(answer, "result");
  const texts = listOf(member(result, "content"))
    .map((block) => member(block, "text"))
    .filter((text) => typeof text === "string");
  return {
    kind: "answered",
    isError: member(result, "isError") === true,
    text: texts.join(" "),
  };
}
