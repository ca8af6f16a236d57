import type { z } from "zod";
import type { CallContext, Operations } from "./operations.ts";

/** One tool of the manager: what MCP clients see, and the operation behind it. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: z.ZodObject;
  readonly output: z.ZodObject;
  readonly annotations: {
    readonly readOnlyHint: boolean;
    readonly destructiveHint?: boolean;
    readonly idempotentHint?: boolean;
    readonly openWorldHint: boolean;
  };
  /** `input` is checked against the input schema first; a problem is a USAGE fault. */
  readonly call: (
    operations: Operations,
    input: unknown,
    context: CallContext,
  ) => Promise<Record<string, unknown>>;
}

interface Definition<I extends z.ZodObject, O extends z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: I;
  readonly output: O;
  readonly annotations: Tool["annotations"];
  readonly run: (
    operations: Operations,
    input: z.output<I>,
    context: CallContext,
  ) => Promise<z.input<O>>;
}

/** Ties a tool's schemas to its operation, so that both directions are typed. */
export function defineTool<I extends z.ZodObject, O extends z.ZodObject>(
  definition: Definition<I, O>,
): Tool {
  const { run, ...described } = definition;
  return {
    ...described,
    call: (operations, input, context) => run(operations, definition.input.parse(input), context),
  };
}
