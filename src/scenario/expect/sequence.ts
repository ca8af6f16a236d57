import type { SequenceItem } from "../../config/index.ts";
import type { Judgement } from "./judgement.ts";
import { member } from "./member.ts";
import type { Show } from "./show.ts";

const methodsShown = 20;

/** Messages in this order; others may stand between, so the earliest fit of each is the right one. */
export async function judgeSequence(
  items: readonly SequenceItem[],
  value: unknown,
  show: Show,
  fits: (item: SequenceItem, message: unknown) => Promise<boolean>,
): Promise<Judgement> {
  if (!Array.isArray(value)) {
    return { ok: false, unfit: true, actual: `${show(value)}, not a list of messages` };
  }
  const messages: readonly unknown[] = value;
  let next = 0;
  for (const message of messages) {
    const item = items[next];
    if (item === undefined) {
      break;
    }
    if (await fits(item, message)) {
      next += 1;
    }
  }
  const methods = messages.slice(0, methodsShown).map((message) => member(message, "method"));
  const more = messages.length > methodsShown ? ` and ${messages.length - methodsShown} more` : "";
  const seen = `${show(methods)}${more}`;
  return next === items.length
    ? { ok: true, actual: seen }
    : { ok: false, actual: `${seen}, in which item ${next} of the sequence does not come` };
}
