import type { Findings } from "../findings.ts";
import { quote } from "../quote.ts";
import { isObject } from "../reading.ts";
import type { WireMessage } from "../wire.ts";
import { type HeaderMapping, mappingOf, paramHeaders } from "./header-mapping.ts";

/** What the tools of a modern session want as headers, as far as they were listed. */
export class HeaderMappings {
  readonly #findings: Findings;
  readonly #tools = new Map<string, HeaderMapping | string>();

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Takes the result of a `tools/list`. */
  learn(result: unknown): void {
    const tools = isObject(result) ? result["tools"] : undefined;
    for (const tool of Array.isArray(tools) ? tools : []) {
      if (!isObject(tool) || typeof tool["name"] !== "string") {
        continue;
      }
      const { name } = tool;
      const mapping = mappingOf(tool["inputSchema"]);
      this.#tools.set(name, mapping);
      if (typeof mapping === "string") {
        this.#findings.report(
          "header-mapping",
          () => `the tool ${quote(name)} is unusable over HTTP: ${mapping}`,
        );
      }
    }
  }

  /** Whether the tool of a call was listed. */
  knows({ name }: WireMessage): boolean {
    return name !== undefined && this.#tools.has(name);
  }

  /** The headers of a call; text says why it must not be made. */
  headersFor({ method, name, text }: WireMessage): Readonly<Record<string, string>> | string {
    const mapping =
      method === "tools/call" && name !== undefined ? this.#tools.get(name) : undefined;
    if (typeof mapping === "string") {
      return `its definition is invalid, and clients must leave such a tool out (${mapping})`;
    }
    return mapping === undefined || mapping.length === 0
      ? {}
      : paramHeaders(mapping, argumentsIn(text));
  }
}

function argumentsIn(text: string): unknown {
  const message: unknown = JSON.parse(text);
  const params = isObject(message) ? message["params"] : undefined;
  return isObject(params) ? params["arguments"] : undefined;
}
