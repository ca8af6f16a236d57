import type { MockSpec } from "../../config/index.ts";
import type { Attachment } from "../../engine/index.ts";
import type { World } from "../world.ts";
import { answerOf, type FoundAnswer, mockAnswers } from "./match.ts";
import type { MockAnswer, MockRequest } from "./program.ts";
import type { MockRecorder } from "./recorder.ts";

/** Requests of one mock that are kept one by one; what is beyond them is counted by its last sample alone. */
const kept = 10_000;
/** Requests that nothing fits that are told as findings. */
const mostTold = 20;
const longestShown = 300;
/** A request line is at most its body of 1 MiB in base64, and its headers. */
const longestLine = 2 ** 21;

/** Answers what a mock is asked, and writes down what that was. */
export interface MockDesk {
  /** What the program in the container says. */
  push(chunk: Uint8Array): void;
}

/** `warn` is told, once for each, of requests that nothing fits. */
export function createMockDesk(
  name: string,
  { answers, unmatched }: Pick<MockSpec, "answers" | "unmatched">,
  write: Attachment["write"],
  world: {
    readonly record: Pick<World["record"], "event" | "log">;
    readonly clock: Pick<World["clock"], "nowMs" | "sleep">;
  },
  warn: (message: string) => void,
  recorder?: MockRecorder,
): MockDesk {
  const { record, clock } = world;
  const rules = mockAnswers(answers);
  const told = new Set<string>();
  let count = 0;
  let buffered = "";
  const decoder = new TextDecoder();

  function tell({ method, url }: MockRequest, status: number, isMatched: boolean): void {
    const path = url.split("?", 1)[0] ?? url;
    const atMs = clock.nowMs();
    count += 1;
    if (count <= kept) {
      const data = JSON.stringify({ method, url: cut(url), status, matched: isMatched });
      record.event({ atMs, kind: "mock-request", server: name, data });
      const text = `${method} ${cut(url)} → ${status}${isMatched ? "" : ", no answer declared"}`;
      const bytes = Buffer.byteLength(text);
      record.log({ server: name, stream: "stdout", atMs, text, bytes, truncated: false });
    }
    const what = `${method} ${cut(path)}`;
    if (!isMatched && told.size < mostTold && !told.has(what)) {
      told.add(what);
      warn(
        `tried ${what}, no answer declared; add one to service ${name}: mock_http: { answers: [{ request: "${what}", answer: { … } }] }`,
      );
    }
  }

  async function recordedAnswer(request: MockRequest): Promise<FoundAnswer | undefined> {
    try {
      const rule = await recorder?.(request);
      if (rule !== undefined) {
        rules.add(rule);
      }
      return rule && answerOf(rule);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      warn(`${request.method} ${cut(request.url)} could not be recorded: ${why}`);
      return undefined;
    }
  }

  async function answer(request: MockRequest): Promise<void> {
    const found = rules.find(request) ?? (await recordedAnswer(request));
    tell(request, found?.status ?? unmatched, found !== undefined);
    if (found !== undefined && found.delayMs > 0) {
      await clock.sleep(found.delayMs);
    }
    const { status, headers, body } = found ?? refused(request, unmatched);
    const line: MockAnswer = { id: request.id, status, headers, body };
    await write(Buffer.from(`${JSON.stringify(line)}\n`));
  }

  return {
    push(chunk) {
      const lines = `${buffered}${decoder.decode(chunk, { stream: true })}`.split("\n");
      buffered = (lines.pop() ?? "").slice(0, longestLine);
      for (const line of lines) {
        const request = requestIn(line);
        if (request !== undefined) {
          // A mock that has ended takes no answer any more; its end is told elsewhere.
          void answer(request).catch(() => undefined);
        }
      }
    },
  };
}

function refused({ method, url }: MockRequest, status: number) {
  const error = `the mock has no answer to ${method} ${cut(url)}`;
  return {
    status,
    headers: { "content-type": "application/json" },
    body: Buffer.from(JSON.stringify({ error })).toString("base64"),
  };
}

/** Our own program writes them; what is none was printed by Node itself. */
function requestIn(line: string): MockRequest | undefined {
  try {
    return JSON.parse(line) as MockRequest;
  } catch {
    return undefined;
  }
}

function cut(text: string): string {
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text;
}
