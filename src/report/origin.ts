import type { ServerReport } from "./model.ts";

type Origin = Pick<ServerReport, "packageVersion" | "packages" | "image" | "imageId" | "bases">;

/** What a server was really started from, each fact a name and a value; only what is known. */
export function originOf(server: Origin): readonly (readonly [string, string])[] {
  const { packageVersion, packages, image, imageId, bases } = server;
  const facts: readonly (readonly [string, string | null])[] = [
    ["version installed", packageVersion],
    ["packages", packages === null ? null : String(packages)],
    ["image", image],
    ["image id", imageId],
    ...bases.map(
      ({ reference, id, digest }) =>
        [`base ${reference}`, digest === null ? id : `${digest} (id ${id})`] as const,
    ),
  ];
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== null);
}
