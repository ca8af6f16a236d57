import { server } from "../../config/index.ts";

export interface EntryProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What a template cannot say of its servers: that is what is said of them in the run file. */
const ofTheRunFile = ["template", "with", "image", "build"];

/** What is wrong with what a template says of its servers; values that hang on parameters are judged when they are known. */
export function entryProblems(said: Readonly<Record<string, unknown>>): readonly EntryProblem[] {
  if (Object.keys(said).length === 0) {
    return [];
  }
  const misplaced = ofTheRunFile.filter((key) => Object.hasOwn(said, key));
  const parsed = server.safeParse(said);
  return [
    ...misplaced.map((key) => ({
      path: [key],
      message: "is said by the run file, not by a template",
    })),
    ...(parsed.error?.issues ?? [])
      .filter(({ path }) => !isOpen(said, path) && !misplaced.includes(String(path[0])))
      .map(({ path, message }) => ({ path, message })),
  ];
}

function isOpen(said: unknown, path: readonly PropertyKey[]): boolean {
  let value = said;
  for (const key of path) {
    value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }
  return typeof value === "string" && value.includes("{{");
}
