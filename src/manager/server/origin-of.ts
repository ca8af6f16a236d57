import type { ServerRow } from "../../record/index.ts";
import type { ResolvedServer } from "../../registry/index.ts";

/** What a server is started from, as the record has it: what was asked for may be a range, this is what was got. */
export function originOf(resolved: ResolvedServer): Partial<Omit<ServerRow, "name">> {
  const { template, image, imageId, buildMs, version, provenance } = resolved;
  return {
    template,
    image,
    imageId,
    buildMs,
    packageVersion: version ?? null,
    packages: provenance.packages.length === 0 ? null : provenance.packages.length,
    bases: JSON.stringify(provenance.bases),
  };
}
