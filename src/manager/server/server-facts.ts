import type { ServerSpec } from "../../config/index.ts";
import type { SampleRow } from "../../record/index.ts";

/** What is known of a server so far, for those who ask the manager rather than the record. */
export interface ServerFacts {
  template: string;
  image: string | null;
  containerId: string | null;
  revision: string | null;
  /** Where it is reached on this machine, when it is published. */
  url: string | null;
  readyMs: number | null;
  startedAtMs: number | null;
  exitCode: number | null;
  lastSample: SampleRow | null;
  tools: readonly string[];
}

export function noFacts(spec: ServerSpec): ServerFacts {
  return {
    template: serverType(spec),
    image: null,
    containerId: null,
    revision: null,
    url: null,
    readyMs: null,
    startedAtMs: null,
    exitCode: null,
    lastSample: null,
    tools: [],
  };
}

/** The word a server's type has: its template, or where else its image comes from. */
export function serverType(spec: ServerSpec): string {
  return spec.template ?? (spec.build === undefined ? "image" : "dockerfile");
}
