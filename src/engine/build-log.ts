import { type BuildStep, decodeTrace } from "./buildkit-trace.ts";
import { createStepOutput, type StepOutput } from "./step-output.ts";

/** Steps that took less are not told apart. */
const noticeableMs = 1_000;

/** Why a build failed, as the engine tells it. */
export interface BuildFailure {
  /** The step, e.g. `[builder 3/7] RUN npm ci`, or the classic builder's `Step 3/7 : RUN npm ci`; empty before any. */
  readonly step: string;
  readonly error: string;
  /** The last lines the step printed, and how many there were in all. */
  readonly tail: readonly string[];
  readonly lines: number;
}

/** What becomes of a build: its progress as lines, the end of it. */
export interface BuildLog {
  /** Takes one value of the engine's answer. */
  take(message: unknown): void;
  readonly imageId: string | undefined;
  /** Set once the engine has reported an error. */
  readonly failure: BuildFailure | undefined;
  /** The step that has begun last and not ended, with what it printed. */
  readonly running: BuildFailure | undefined;
}

interface BuildMessage {
  readonly id?: string;
  readonly aux?: string | { readonly ID?: string };
  readonly stream?: string;
  readonly error?: string;
}

interface Step {
  readonly name: string;
  readonly output: StepOutput;
  error: string;
  ended: boolean;
}

/** Reads both builders' answers: BuildKit's traces and the classic builder's text; `shown` is what may be shown of it. */
export function createBuildLog(
  onProgress: (line: string) => void,
  shown: (text: string) => string,
): BuildLog {
  /** By BuildKit's digest, or by number for the classic builder, in the order of their beginning. */
  const steps = new Map<string, Step>();
  let classic = "";
  let imageId: string | undefined;
  let error: string | undefined;

  function stepFor(key: string, name: string): Step {
    const known = steps.get(key);
    if (known !== undefined) {
      return known;
    }
    const step = { name, output: createStepOutput(onProgress, shown), error: "", ended: false };
    steps.set(key, step);
    return step;
  }

  function begin(told: BuildStep): void {
    if (!steps.has(told.digest) && (told.startedMs !== undefined || told.error !== "")) {
      if (!isInternal(told.name)) {
        onProgress(told.name);
      }
      stepFor(told.digest, told.name);
    }
  }

  function finish(told: BuildStep): void {
    const step = steps.get(told.digest);
    if (step === undefined) {
      return;
    }
    step.error = shown(told.error) || step.error;
    if (told.completedMs !== undefined && !step.ended) {
      step.ended = true;
      step.output.end();
      const took = told.completedMs - (told.startedMs ?? told.completedMs);
      if (told.cached || took >= noticeableMs) {
        onProgress(`${told.name}: ${told.cached ? "cached" : `${(took / 1000).toFixed(1)} s`}`);
      }
    }
  }

  /** The classic builder runs one step after the other and names each before its output. */
  function classicOutput(text: string): void {
    const begun = /^Step \d+\/\d+ : .*/.exec(text)?.[0];
    if (begun !== undefined) {
      endClassic();
      classic = begun;
      onProgress(begun);
      stepFor(classic, begun);
      return;
    }
    // What the builder says of its containers and images is nothing of the step's.
    if (!/^(?: ---> |Removing intermediate container )/.test(text)) {
      stepFor(classic, classic).output.take(text);
    }
  }

  function endClassic(): void {
    const step = steps.get(classic);
    if (step !== undefined && !step.ended) {
      step.ended = true;
      step.output.end();
    }
  }

  function failedStep(): Step | undefined {
    const failed = [...steps.values()].filter((step) => step.error !== "");
    return (
      failed.find((step) => !step.error.includes("context canceled")) ??
      failed.at(0) ??
      steps.get(classic)
    );
  }

  return {
    take(value) {
      // The engine's build answer: every field is optional and of the type named.
      const message = value as BuildMessage;
      if (message.id === "moby.buildkit.trace" && typeof message.aux === "string") {
        const trace = decodeTrace(message.aux);
        trace.steps.forEach(begin);
        for (const { step, text } of trace.logs) {
          stepFor(step, "").output.take(text);
        }
        trace.steps.forEach(finish);
      } else if (typeof message.aux === "object" && message.aux.ID) {
        imageId = message.aux.ID;
      } else if (message.stream !== undefined) {
        classicOutput(message.stream);
      } else if (message.error !== undefined) {
        endClassic();
        error = shown(message.error);
      }
    },
    get imageId() {
      return imageId;
    },
    get failure() {
      return error === undefined ? undefined : failureOf(failedStep(), error);
    },
    get running() {
      const step = [...steps.values()].findLast((each) => !each.ended && each.name !== "");
      return step && failureOf(step, "");
    },
  };
}

/** Steps that stand in no Dockerfile, and take no time worth telling. */
function isInternal(name: string): boolean {
  return name.startsWith("[internal] ") || name === "copy /context /";
}

function failureOf(step: Step | undefined, error: string): BuildFailure {
  const { name: said = "", output } = step ?? {};
  return { step: said, error, tail: output?.tail ?? [], lines: output?.total ?? 0 };
}
