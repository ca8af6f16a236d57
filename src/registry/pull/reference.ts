/** Docker's own registry, which references without a registry mean. */
export const dockerHub = "docker.io";

/** The parts of an image reference. */
export interface ImageName {
  /** Host and port of the registry, e.g. `ghcr.io`. */
  readonly registry: string;
  /** Path in the registry, e.g. `library/node`. */
  readonly repository: string;
  /** With its sign: `:24`, `@sha256:…`, both or none. */
  readonly suffix: string;
}

/** Takes a reference apart; the first part names a registry when it has a dot or a port, or is `localhost`. */
export function imageNameOf(reference: string): ImageName {
  const at = reference.indexOf("@");
  const whole = at < 0 ? reference : reference.slice(0, at);
  const tag = /:[\w][\w.-]*$/.exec(whole.slice(whole.lastIndexOf("/") + 1))?.[0] ?? "";
  const name = whole.slice(0, whole.length - tag.length);
  const suffix = `${tag}${at < 0 ? "" : reference.slice(at)}`;
  const slash = name.indexOf("/");
  const first = slash < 0 ? "" : name.slice(0, slash);
  if (/[.:]/.test(first) || first === "localhost") {
    const registry = /^(?:index\.)?docker\.io$/.test(first) ? dockerHub : first;
    return { registry, repository: ofHub(registry, name.slice(slash + 1)), suffix };
  }
  return { registry: dockerHub, repository: ofHub(dockerHub, name), suffix };
}

/** Docker Hub's own images stand in its folder `library`. */
function ofHub(registry: string, path: string): string {
  return registry === dockerHub && !path.includes("/") ? `library/${path}` : path;
}
