/** A reference to an image in its parts, with what may be left out filled in. */
export interface ImageName {
  /** Host and path: `alpine` is docker.io/library/alpine. */
  readonly name: string;
  readonly tag: string | undefined;
  /** With its algorithm. */
  readonly digest: string | undefined;
}

/** Takes apart a reference, or a pattern of references: there `*` is a character like others. */
export function imageNameOf(reference: string): ImageName {
  const at = reference.indexOf("@");
  const digest = at < 0 ? undefined : reference.slice(at + 1);
  const tagged = at < 0 ? reference : reference.slice(0, at);
  const colon = tagged.lastIndexOf(":");
  const hasTag = colon > tagged.lastIndexOf("/");
  const written = hasTag ? tagged.slice(0, colon) : tagged;
  return { name: fullName(written), tag: hasTag ? tagged.slice(colon + 1) : undefined, digest };
}

/** The first part is a host when it has a dot or a port, or is localhost; Docker Hub is what is left out. */
function fullName(written: string): string {
  const [first = "", ...rest] = written.split("/");
  if (rest.length === 0) {
    return `docker.io/library/${written}`;
  }
  if (/[.:A-Z]/.test(first) || first === "localhost" || first === "**") {
    return [first === "index.docker.io" ? "docker.io" : first, ...rest].join("/");
  }
  return `docker.io/${written}`;
}
