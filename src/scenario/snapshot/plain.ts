import { Fault } from "../../fault/index.ts";
import { isObject } from "../expect/member.ts";

const deepest = 100;
const longest = 1024 * 1024;

/**
 * A value as a snapshot keeps it: keys in order, `undefined` left out, -0 as 0.
 *
 * Throws NOT_JUDGEABLE when it is nested deeper than 100 levels or its texts and keys have more than 1 MiB: nobody could
 * review that.
 */
export function plain(value: unknown): unknown {
  const room = { left: longest };
  return copy(value, 0, room);
}

function copy(value: unknown, depth: number, room: { left: number }): unknown {
  if (depth > deepest) {
    throw new Fault("NOT_JUDGEABLE", `A snapshot has at most ${deepest} levels; this goes deeper`);
  }
  spend(1, room);
  if (typeof value === "string") {
    spend(value.length, room);
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((element) => copy(element, depth + 1, room));
  }
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, member]) => member !== undefined)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, member]) => {
          spend(key.length, room);
          return [key, copy(member, depth + 1, room)];
        }),
    );
  }
  return value === 0 ? 0 : value;
}

function spend(length: number, room: { left: number }): void {
  room.left -= length;
  if (room.left < 0) {
    throw new Fault(
      "NOT_JUDGEABLE",
      "A snapshot has at most 1 MiB; this is larger: mask or narrow it with a JSONPath",
    );
  }
}
