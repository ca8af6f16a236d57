import { Fault } from "../../fault/index.ts";
import { type CompiledSchema, compileSchema } from "../../schema/index.ts";
import type { Judgement } from "./judgement.ts";
import type { Show } from "./show.ts";

const problemsShown = 3;

/** A schema is compiled once, however often its step is done. */
const compiled = new WeakMap<object, Promise<CompiledSchema>>();

/** A value against a JSON Schema. Throws NOT_JUDGEABLE for one that is none, or that cannot be judged by. */
export async function judgeSchema(schema: unknown, value: unknown, show: Show): Promise<Judgement> {
  const made = await compileOnce(schema);
  if (made.kind === "invalid") {
    const { pointer, message } = made.problem;
    throw new Fault("NOT_JUDGEABLE", `The JSON Schema is none: ${place(pointer)} ${message}`);
  }
  if (made.kind === "unsupported") {
    throw new Fault("NOT_JUDGEABLE", `The JSON Schema ${made.reason}`);
  }
  const problems = made.validate(value);
  if (problems.length === 0) {
    return { ok: true, actual: show(value) };
  }
  const said = problems
    .slice(0, problemsShown)
    .map(({ pointer, message }) => `${place(pointer)} ${message}`);
  const more = problems.length > problemsShown ? "; and more" : "";
  return { ok: false, actual: `${show(value)} (${said.join("; ")}${more})` };
}

function compileOnce(schema: unknown): Promise<CompiledSchema> {
  if (typeof schema !== "object" || schema === null) {
    return compileSchema(schema);
  }
  const known = compiled.get(schema) ?? compileSchema(schema);
  compiled.set(schema, known);
  return known;
}

function place(pointer: string): string {
  return pointer === "" ? "the whole" : pointer;
}
