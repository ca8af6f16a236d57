import { z } from "zod";
import { judged, judgedChoices, sequence } from "./judged.ts";
import { blockPlaces, places } from "./places.ts";

const block = z
  .strictObject(
    // Object.fromEntries forgets the keys; they are those of the table.
    Object.fromEntries(
      Object.entries(blockPlaces).map(([key, { about }]) => [
        key,
        judged.optional().describe(about),
      ]),
    ) as Record<keyof typeof blockPlaces, z.ZodOptional<typeof judged>>,
  )
  .describe("What must hold of one content block.");

const ordered = z.union([...judgedChoices, sequence]);

/** `expect:` of a step, each place with what must hold there. */
export const expect = z
  .object(
    // Object.fromEntries forgets the keys; they are those of the table.
    Object.fromEntries(
      Object.entries(places).map(([key, { about }]) => [key, judged.optional().describe(about)]),
    ) as Record<keyof typeof places, z.ZodOptional<typeof judged>>,
  )
  .extend({
    error: z
      .union([
        z.boolean(),
        z
          .strictObject({
            code: judged.optional().describe(places["error.code"].about),
            message: judged.optional().describe(places["error.message"].about),
          })
          .refine((value) => Object.keys(value).length > 0, "needs code or message"),
      ])
      .optional()
      .describe(places.error.about),
    content: z
      .union([...judgedChoices, z.array(block)])
      .optional()
      .describe(places.content.about),
    notifications: ordered.optional().describe(places.notifications.about),
    progress: ordered.optional().describe(places.progress.about),
    requests: ordered.optional().describe(places.requests.about),
  })
  .catchall(judged)
  .describe(
    "Where to look, and what must hold there. Keys beginning with $ are JSONPath (RFC 9535) into the result, content[0].mime_type and the like look into one content block.",
  )
  .meta({
    id: "expect",
    examples: [{ text: { contains: "hello" }, duration: { below: "500ms" } }],
  });

export type ExpectSpec = z.output<typeof expect>;
