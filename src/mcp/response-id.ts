import type { FindingCode } from "./finding-table.ts";

export interface AnswerId {
  /** The request it answers: one of ours, waited for or not; undefined when it fits none. */
  readonly id: number | undefined;
  readonly problem?: { readonly code: FindingCode; readonly text: string };
}

/** Our ids are the integers from 1 to `lastId`; reads the id of a response as one of them if it can be. */
export function answerIdOf(id: unknown, lastId: number): AnswerId {
  if (typeof id === "number") {
    return isOurs(id, lastId)
      ? { id }
      : {
          id: undefined,
          problem: { code: "wrong-id", text: `a response has the id ${id}, which no request had` },
        };
  }
  if (id === null || id === undefined) {
    const what = id === null ? "the id null" : "no id";
    return { id: undefined, problem: { code: "null-id", text: `a response has ${what}` } };
  }
  if (typeof id === "string" && /^\d{1,15}$/u.test(id) && isOurs(Number(id), lastId)) {
    const text = `a response has its id as a string, the request had the number ${id}`;
    return { id: Number(id), problem: { code: "id-type", text } };
  }
  const what = typeof id === "string" ? "an id that no request had" : `an id of type ${typeof id}`;
  return { id: undefined, problem: { code: "wrong-id", text: `a response has ${what}` } };
}

/** Every integer that stands as `"id"` in unreadable text, near its start or its end. */
export function idsIn(texts: readonly string[]): readonly number[] {
  const ids: number[] = [];
  for (const text of texts) {
    const pieces =
      text.length > 2 * searched ? [text.slice(0, searched), text.slice(-searched)] : [text];
    for (const piece of pieces) {
      for (const [, digits] of piece.matchAll(/"id"\s{0,20}:\s{0,20}"?(\d{1,15})\b/gu)) {
        ids.push(Number(digits));
      }
    }
  }
  return ids;
}

/** Characters searched at each end: an id stands first or last in all but odd messages. */
const searched = 4096;

function isOurs(id: number, lastId: number): boolean {
  return Number.isInteger(id) && id >= 1 && id <= lastId;
}
