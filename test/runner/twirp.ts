import { randomUUID } from "node:crypto";
import { z } from "zod";

/** Every field that a request to the service may have; the clients send JSON in snake case. */
export const message = z.looseObject({
  name: z.string().default(""),
  key: z.string().default(""),
  version: z.union([z.string(), z.number()]).transform(String).default(""),
  restore_keys: z.array(z.string()).default([]),
  mime_type: z.string().default("application/zip"),
  size: z.union([z.string(), z.number()]).transform(Number).default(0),
  hash: z.string().default(""),
  expires_at: z.string().optional(),
  name_filter: z.string().optional(),
  id_filter: z.string().optional(),
});
export type Message = z.output<typeof message>;

export type Answer = readonly [status: number, body: unknown];
/** By `Service/Method`. */
export type Methods = Readonly<Record<string, (given: Message) => Answer>>;

/** Where blobs live and how ids are given. */
export interface ServiceFrame {
  readonly origin: () => string;
  readonly nextId: () => number;
}

export const notFound: Answer = [404, { code: "not_found", msg: "not found" }];

export const backendIds = {
  workflow_run_backend_id: randomUUID(),
  workflow_job_run_backend_id: randomUUID(),
};

/** Only decoded by the clients, never verified. */
export const runtimeToken = [
  { alg: "none" },
  {
    scp: `Actions.Results:${backendIds.workflow_run_backend_id}:${backendIds.workflow_job_run_backend_id}`,
  },
]
  .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
  .concat("signature")
  .join(".");
