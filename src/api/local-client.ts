import { z } from "zod";
import { Fault } from "../fault/index.ts";
import type { ManagerClient } from "./client.ts";
import type { Operations } from "./operations.ts";
import { tools } from "./tools.ts";

/** The same tools without a wire, for a manager held in this process. */
export function localClient(operations: Operations): ManagerClient {
  return {
    async call(name, input, context = {}) {
      const tool = tools.find((candidate) => candidate.name === name);
      if (tool === undefined) {
        throw new Fault("USAGE", `There is no tool "${name}".`);
      }
      const given = tool.input.safeParse(input);
      if (!given.success) {
        throw new Fault("USAGE", `${name}: ${z.prettifyError(given.error)}`);
      }
      return tool.call(operations, input, {
        progress: context.progress ?? (() => undefined),
        signal: context.signal ?? new AbortController().signal,
      });
    },
    close: () => Promise.resolve(),
  };
}
