import { z } from "zod";

const toolList = z.object({ tools: z.array(z.object({ name: z.string() })) });

/** Names out of the result of tools/list; none when it is no such result. */
export function toolNames(result: unknown): string[] {
  const parsed = toolList.safeParse(result);
  return parsed.success ? parsed.data.tools.map(({ name }) => name) : [];
}
