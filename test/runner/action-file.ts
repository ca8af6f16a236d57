import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";

const actionFile = z.looseObject({
  name: z.string(),
  inputs: z
    .record(
      z.string(),
      z
        .looseObject({ default: z.union([z.string(), z.boolean(), z.number()]).optional() })
        .nullable(),
    )
    .default({}),
  runs: z.looseObject({
    using: z.literal("node24"),
    main: z.string(),
    post: z.string().optional(),
    "post-if": z.string().default("always()"),
  }),
});

export interface ActionFile {
  readonly name: string;
  readonly main: string;
  readonly post: string | undefined;
  readonly postIf: string;
  /** Names with their defaults; undefined where there is none. */
  readonly inputs: ReadonlyMap<string, string | undefined>;
}

/** Reads the `action.yml` of a JavaScript action; its scripts come back as absolute paths. */
export async function readActionFile(directory: string): Promise<ActionFile> {
  const content = actionFile.parse(parse(await readFile(join(directory, "action.yml"), "utf8")));
  const { main, post } = content.runs;
  return {
    name: content.name,
    main: join(directory, main),
    post: post === undefined ? undefined : join(directory, post),
    postIf: content.runs["post-if"],
    inputs: new Map(
      Object.entries(content.inputs).map(([name, input]) => [
        name,
        input?.default === undefined ? undefined : String(input.default),
      ]),
    ),
  };
}

/** INPUT_* as a runner sets them: upper case, blanks as underscores, defaults where `with` has no such name. */
export function inputVariables(
  inputs: ReadonlyMap<string, string | undefined>,
  given: Readonly<Record<string, string>>,
): Record<string, string> {
  const all = new Map(
    [...inputs].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  );
  for (const [name, value] of Object.entries(given)) {
    all.set(name, value);
  }
  return Object.fromEntries(
    [...all].map(([name, value]) => [`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`, value]),
  );
}
