import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { Fault } from "../fault/index.ts";
import { faultOf, type ManagerClient } from "./client.ts";
import type { ManagerAddress } from "./remote.ts";

/** Longer than any run may take; the run's own timeout ends it. */
const callTimeoutMs = 25 * 3_600_000;

/** See `connectManager`. */
export async function connectOverHttp(
  address: ManagerAddress,
  version: string,
): Promise<ManagerClient> {
  const client = new Client(
    { name: "docker-mcp-manager-client", version },
    { versionNegotiation: { mode: { pin: "2026-07-28" } } },
  );
  const transport = new StreamableHTTPClientTransport(new URL(address.url), {
    requestInit: { headers: { Authorization: `Bearer ${address.token}` } },
  });
  try {
    await client.connect(transport);
  } catch (error) {
    throw unreachable("connecting", address, error);
  }
  return {
    async call(tool, input, context = {}) {
      const result = await client
        .callTool(
          { name: tool, arguments: input },
          {
            timeout: callTimeoutMs,
            onprogress: (update) => context.progress?.(update.message ?? ""),
            ...(context.signal === undefined ? {} : { signal: context.signal }),
          },
        )
        .catch((error: unknown) => {
          throw context.signal?.aborted
            ? new Fault("INTERRUPTED", `The call ${tool} was cancelled.`, { cause: error })
            : unreachable(`calling ${tool}`, address, error);
        });
      if (result.isError) {
        const text = result.content
          .map((block) => (block.type === "text" ? block.text : ""))
          .join("\n");
        throw faultOf(result.structuredContent, text);
      }
      // Every tool of ours has an object as its output schema, and the SDK has checked the answer against it.
      return result.structuredContent as Record<string, unknown>;
    },
    close: () => client.close(),
  };
}

function unreachable(what: string, address: ManagerAddress, cause: unknown): Fault {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new Fault(
    "MANAGER_UNREACHABLE",
    `The manager at ${address.url} failed while ${what}: ${reason}`,
    { cause },
  );
}
