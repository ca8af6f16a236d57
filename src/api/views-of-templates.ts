import { z } from "zod";
import type { ImageView, TemplateView } from "./operations.ts";

export const templateView = z.object({
  name: z.string(),
  origin: z.enum(["built-in", "run file", "registered"]),
  description: z.string(),
  parameters: z.record(z.string(), z.json()).describe("JSON Schema of the parameters."),
  versions: z.string().nullable().describe("Kind of index that lists its versions."),
  bases: z.array(z.string()).describe("Base images it is built on."),
  server: z
    .record(z.string(), z.json())
    .describe("What holds for its servers where nothing else is said."),
  problem: z.string().nullable().describe("Why it cannot be used."),
});

export function viewTemplate(template: TemplateView): z.input<typeof templateView> {
  // Both were read from YAML without tags, which is JSON.
  const json = (value: Readonly<Record<string, unknown>>) =>
    value as Record<string, z.output<ReturnType<typeof z.json>>>;
  return {
    ...template,
    parameters: json(template.parameters),
    server: json(template.server),
    bases: [...template.bases],
  };
}

export const imageView = z.object({
  server_type: z.string(),
  image: z.string(),
  image_id: z.string(),
  version: z.string().nullable().describe("The exact one that is installed, where it is known."),
  image_bytes: z.number(),
  packages: z.number().describe("How many are installed, where the image lists them."),
  built: z.boolean().describe("Whether this call built it; false when it was there."),
  build_ms: z.number(),
});

export function viewImage(image: ImageView): z.output<typeof imageView> {
  return {
    server_type: image.serverType,
    image: image.image,
    image_id: image.imageId,
    version: image.version,
    image_bytes: image.imageBytes,
    packages: image.packages,
    built: image.built,
    build_ms: image.buildMs,
  };
}
