import { type BuildStep, decodeTrace } from "./buildkit-trace.ts";

/** How many of the last lines an error quotes. */
const tailLines = 50;

/** What became of a build: its progress as lines, the end of it, the step that failed. */
export interface BuildLog {
  /** Takes one value of the engine's answer. */
  take(message: unknown): void;
  readonly imageId: string | undefined;
  readonly error: string | undefined;
  /** The step that failed, e.g. `RUN npm ci`; empty when none is known. */
  readonly failedStep: string;
  readonly tail: readonly string[];
}

interface BuildMessage {
  readonly id?: string;
  readonly aux?: string | { readonly ID?: string };
  readonly stream?: string;
  readonly error?: string;
}

/** Reads both builders' answers: BuildKit's traces and the classic builder's text. */
export function createBuildLog(onProgress: (line: string) => void): BuildLog {
  const tail: string[] = [];
  const unfinished = new Map<string, string>();
  const announced = new Set<string>();
  let imageId: string | undefined;
  let error: string | undefined;
  let failedStep = "";

  function say(line: string): void {
    tail.push(line);
    if (tail.length > tailLines) {
      tail.shift();
    }
    onProgress(line);
  }

  /** Output comes in pieces that end anywhere; lines of parallel steps do not mix. */
  function output(step: string, text: string): void {
    const lines = ((unfinished.get(step) ?? "") + text).split("\n");
    unfinished.set(step, lines.pop() ?? "");
    for (const line of lines) {
      say(line.replace(/\r$/, ""));
    }
  }

  function progress(step: BuildStep): void {
    if (step.started && !announced.has(step.digest)) {
      announced.add(step.digest);
      say(step.name);
    }
    if (step.completed) {
      const rest = unfinished.get(step.digest);
      unfinished.delete(step.digest);
      if (rest) {
        say(rest);
      }
    }
    if (step.error !== "") {
      failedStep = step.name.replace(/^\[[^\]]*\]\s*/, "");
    }
  }

  return {
    take(value) {
      // The engine's build answer: every field is optional and of the type named.
      const message = value as BuildMessage;
      if (message.id === "moby.buildkit.trace" && typeof message.aux === "string") {
        const trace = decodeTrace(message.aux);
        for (const { step, text } of trace.logs) {
          output(step, text);
        }
        trace.steps.forEach(progress);
      } else if (typeof message.aux === "object" && message.aux.ID) {
        imageId = message.aux.ID;
      } else if (message.stream !== undefined) {
        const step = /^Step \d+\/\d+ : (.*)/.exec(message.stream)?.[1];
        failedStep = step ?? failedStep;
        output("", message.stream);
      } else if (message.error !== undefined) {
        error = message.error;
      }
    },
    get imageId() {
      return imageId;
    },
    get error() {
      return error;
    },
    get failedStep() {
      return failedStep;
    },
    tail,
  };
}
