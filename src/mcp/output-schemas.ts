import { type CompiledSchema, compileSchema } from "../schema/index.ts";
import { show } from "./quote.ts";
import { isObject, type JsonObject } from "./reading.ts";
import { maxEntries, type Report } from "./shape.ts";

/** The output schemas of the tools a server has listed; each is compiled when the first result needs it. */
export class OutputSchemas {
  readonly #schemas = new Map<string, unknown>();
  readonly #compiled = new Map<string, CompiledSchema>();

  /** Whether a tool was listed since the list last changed. */
  knows(tool: string): boolean {
    return this.#schemas.has(tool);
  }

  /** Whether results of a tool have something to keep to. */
  promises(tool: string): boolean {
    return isObject(this.#schemas.get(tool));
  }

  /** Takes the tools of a page of the list. */
  learn(tools: readonly unknown[]): void {
    for (const tool of tools.slice(0, maxEntries)) {
      if (isObject(tool) && typeof tool["name"] === "string") {
        this.#schemas.set(tool["name"], tool["outputSchema"]);
        this.#compiled.delete(tool["name"]);
      }
    }
  }

  /** The list has changed. */
  forget(): void {
    this.#schemas.clear();
    this.#compiled.clear();
  }

  /** Says how the structured content of a tool's result breaks what the tool has promised. */
  async judge(tool: string, result: JsonObject, report: Report): Promise<void> {
    const schema = this.#schemas.get(tool);
    if (!isObject(schema) || result["isError"] === true) {
      return;
    }
    const value = result["structuredContent"];
    if (value === undefined) {
      report(
        "structured-content-missing",
        () => `has no "structuredContent" though the tool has an outputSchema`,
      );
      return;
    }
    let compiled = this.#compiled.get(tool);
    if (compiled === undefined) {
      compiled = await compileSchema(schema, false);
      this.#compiled.set(tool, compiled);
    }
    if (compiled.kind !== "compiled") {
      // What makes it none is told with the tool's definition; by another dialect nobody here can judge.
      return;
    }
    const [problem] = problemsOf(compiled.validate, value);
    if (problem !== undefined) {
      const { pointer, message } = problem;
      const place = pointer === "" ? "" : ` at ${show(pointer)}`;
      report(
        "output-schema",
        () =>
          `has a "structuredContent" that breaks the tool's outputSchema${place}: it ${message}`,
      );
    }
  }
}

/** A schema that takes for ever to judge by is a fault of its own kind: nothing is said by it about the result. */
function problemsOf(
  validate: Extract<CompiledSchema, { kind: "compiled" }>["validate"],
  value: unknown,
): ReturnType<typeof validate> {
  try {
    return validate(value);
  } catch {
    return [];
  }
}
