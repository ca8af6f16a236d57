import { type Command, knownCommands, parseCommand } from "./command-parser.ts";
import type { Masks } from "./mask.ts";

export interface Annotation {
  readonly level: "error" | "warning" | "notice";
  readonly message: string;
  readonly file: string | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;
  readonly title: string | undefined;
}

const annotationsPerLevel = 10;
const maxMessageLength = 4096;
const levels = ["error", "warning", "notice"] as const;

/** What a runner makes of the output of one phase of a step: log, annotations and commands carried out. */
export class StepLog {
  readonly lines: string[] = [];
  readonly rawLines: string[] = [];
  readonly annotations: Annotation[] = [];
  readonly commands: Command[] = [];
  readonly outputs = new Map<string, string>();
  readonly state = new Map<string, string>();
  /** Annotations that the limit of ten per level and step swallowed. */
  droppedAnnotations = 0;
  openGroups = 0;
  #stopToken: string | undefined;
  readonly #masks: Masks;
  readonly #onLine: (line: string) => void;
  /** Debug lines are shown only when RUNNER_DEBUG is 1. */
  readonly #showDebug: boolean;

  constructor(masks: Masks, onLine: (line: string) => void, showDebug = false) {
    this.#masks = masks;
    this.#onLine = onLine;
    this.#showDebug = showDebug;
  }

  get commandsStopped(): boolean {
    return this.#stopToken !== undefined;
  }

  /** Takes one line as the process wrote it. */
  take(line: string): void {
    this.rawLines.push(line);
    const known =
      this.#stopToken === undefined ? knownCommands : [...knownCommands, this.#stopToken];
    const command = parseCommand(line, known);
    if (command === undefined) {
      this.write(line);
    } else if (this.#stopToken === undefined) {
      this.#carryOut(command);
    } else if (command.name === this.#stopToken) {
      this.#stopToken = undefined;
    } else {
      this.write(line);
    }
  }

  /** Adds an annotation of the runner's own. */
  annotate(level: Annotation["level"], message: string): void {
    this.#issue({ name: level, properties: {}, data: message }, level);
  }

  write(line: string): void {
    const masked = this.#masks.apply(line);
    this.lines.push(masked);
    this.#onLine(masked);
  }

  #carryOut(command: Command): void {
    this.commands.push(command);
    const level = levels.find((candidate) => candidate === command.name);
    if (level !== undefined) {
      this.#issue(command, level);
      return;
    }
    switch (command.name) {
      case "add-mask":
        if (!this.#masks.add(command.data)) {
          this.annotate(
            "warning",
            "Can't add secret mask for empty string in ##[add-mask] command.",
          );
        }
        break;
      case "stop-commands":
        this.#stop(command.data);
        break;
      case "group":
        this.openGroups += 1;
        this.write(`##[group]${command.data}`);
        break;
      case "endgroup":
        this.openGroups -= 1;
        this.write("##[endgroup]");
        break;
      case "debug":
        if (this.#showDebug) {
          this.write(`##[debug]${command.data}`);
        }
        break;
      case "set-output":
        this.outputs.set(command.properties["name"] ?? "", command.data);
        break;
      case "save-state":
        this.state.set(command.properties["name"] ?? "", command.data);
        break;
      case "set-env":
      case "add-path":
        this.annotate("error", `Unable to process command '${command.name}': it is disabled.`);
        break;
    }
  }

  #stop(token: string): void {
    if (token === "" || knownCommands.includes(token.toLowerCase()) || token === "pause-logging") {
      this.annotate("error", `Invalid stop-commands token '${token}'.`);
      return;
    }
    this.#stopToken = token;
  }

  #issue(command: Command, level: Annotation["level"]): void {
    const message = this.#masks.apply(command.data).slice(0, maxMessageLength);
    if (
      this.annotations.filter((annotation) => annotation.level === level).length <
      annotationsPerLevel
    ) {
      const { file, title } = command.properties;
      const line = command.properties["line"];
      const column = command.properties["col"];
      this.annotations.push({
        level,
        message,
        file,
        title: title === undefined ? undefined : this.#masks.apply(title),
        line: line === undefined ? undefined : Number(line),
        column: column === undefined ? undefined : Number(column),
      });
    } else {
      this.droppedAnnotations += 1;
    }
    this.write(`##[${level}]${command.data}`);
  }
}
