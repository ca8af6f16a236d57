import { blocksOf, lookUpBlock, textOf } from "./content.ts";
import { type Evidence, whyNoResult } from "./evidence.ts";
import { absent, type Found, present } from "./found.ts";
import { lookUpPath } from "./json-path.ts";
import { logLines } from "./log-lines.ts";
import { member } from "./member.ts";
import type { Show } from "./show.ts";
import { tokensOf } from "./tokens.ts";

const blockPlace = /^content\[(\d{1,16})\](?:\.([a-z0-9_]+))?$/;

/** Looks up a place (`text`, `error.code`, …, or a JSONPath into the result) in what a step has to show. */
export async function lookUp(place: string, evidence: Evidence, show: Show): Promise<Found> {
  const { answer } = evidence;
  switch (place) {
    case "duration":
      return present(evidence.durationMs);
    case "bytes":
      return present(evidence.bytes);
    case "status":
      return orAbsent(evidence.status, () => "no HTTP answer");
    case "rounds":
      return present(evidence.rounds ?? 0);
    case "notifications":
      return present(evidence.notifications());
    case "progress":
      return present(evidence.progress);
    case "requests":
      return present(evidence.requests());
    case "logs":
      return present(logLines(evidence.notifications()));
    case "stderr":
      return present(evidence.stderr());
    case "memory":
      return present(await evidence.memoryBytes());
    case "error":
      return present(answer.kind === "error");
    case "error.code":
      return answer.kind === "error" ? present(answer.error.code) : absent("no JSON-RPC error");
    case "error.message":
      return answer.kind === "error" ? present(answer.error.message) : absent("no JSON-RPC error");
    default:
      return answer.kind === "result"
        ? lookUpInResult(place, answer.result, show)
        : absent(whyNoResult(answer, answer.kind === "error" ? show(answer.error.message) : ""));
  }
}

/** Whether a tool result says that the tool failed. */
export function isToolError(result: unknown): boolean {
  return member(result, "isError") === true;
}

async function lookUpInResult(place: string, result: unknown, show: Show): Promise<Found> {
  if (place.startsWith("$")) {
    return lookUpPath(place, result, show);
  }
  const block = blockPlace.exec(place);
  if (block !== null) {
    return lookUpBlock(result, Number(block[1]), block[2], show);
  }
  switch (place) {
    case "text":
      return orAbsent(textOf(result), () => `no text in ${show(result)}`);
    case "is_error":
      return present(isToolError(result));
    case "structured":
      return orAbsent(member(result, "structuredContent"), () => "no structuredContent");
    case "content":
      return orAbsent(blocksOf(result), () => `no content in ${show(result)}`);
    case "content.length":
      return orAbsent(blocksOf(result)?.length, () => `no content in ${show(result)}`);
    case "tokens":
      return present(await tokensOf(result));
    case "exit_code":
    case "stdout":
      return orAbsent(member(result, place), () => `no ${place} in ${show(result)}`);
    default:
      return absent(`no place called ${place}`);
  }
}

function orAbsent(value: unknown, why: () => string): Found {
  return value === undefined ? absent(why()) : present(value);
}
