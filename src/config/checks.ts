import { z } from "zod";

/** Checks made without being asked, each can be switched off for a server. */
export const checks = {
  stdout_purity: "stdout carries protocol messages only.",
  protocol: "Every message is a JSON-RPC 2.0 message with an id that was asked for, answered once.",
  schema: "Every message has the shape that the specification of its revision demands.",
  output_schema: "structuredContent fits the tool's outputSchema.",
  result_schema: "A tool result has the shape the specification demands.",
  origin: "An HTTP server refuses requests of web pages, which name an Origin that is not its own.",
  capabilities: "The server does what it declares, and nothing that it does not declare.",
  exit_on_eof: "The server ends when its stdin is closed.",
  exit_on_sigterm: "The server ends on SIGTERM.",
  leftover_processes: "No process is left in the container when the server has ended.",
  idle_cpu: "The server is quiet when nothing is asked of it; idle says how quiet.",
  list_determinism: "The same list is the same when it is asked for again.",
  pagination: "Pages of a list come to an end and repeat nothing.",
  cancellation: "A cancelled request is neither answered nor worked on.",
  error_codes: "JSON-RPC error codes are those the specification allows.",
  definitions:
    "Names, schemas and annotations of tools, prompts and resources are as the specification demands.",
} as const;

export type CheckName = keyof typeof checks;

export const checkSwitches = z
  .strictObject(
    // Object.fromEntries forgets the keys; they are those of the table.
    Object.fromEntries(
      Object.entries(checks).map(([key, about]) => [
        key,
        z.boolean().default(true).describe(about),
      ]),
    ) as Record<CheckName, z.ZodDefault<z.ZodBoolean>>,
  )
  .describe("Checks made without being asked; each can be switched off.");
