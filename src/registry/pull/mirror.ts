import { Fault } from "../../fault/index.ts";
import { withoutEndSlashes } from "../../text/index.ts";
import { dockerHub, imageNameOf } from "./reference.ts";

/**
 * A mirror of Docker Hub as image references name it: `host[:port][/path]`, from that or from an address.
 *
 * Throws USAGE for what is no such place, and for one with a user in it.
 */
export function parseMirror(text: string): string {
  const place = withoutEndSlashes(text.trim().replace(/^https?:\/\//, ""));
  if (!/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:\/[a-z0-9][a-z0-9._-]*)*$/i.test(place)) {
    const shown = place.includes("@") ? "an address with a user in it" : JSON.stringify(text);
    throw new Fault("USAGE", `Registry mirror: ${shown} is not host[:port][/path].`, {
      hint: "Write for example mirror.example.com:5000; a login comes from `docker login`.",
    });
  }
  const first = place.split("/")[0] ?? "";
  if (!/[.:]/.test(first) && first !== "localhost") {
    throw new Fault(
      "USAGE",
      `Registry mirror: "${first}" would be taken for a name on Docker Hub; a host has a dot or a port.`,
    );
  }
  return place;
}

/** The same image at the mirror; undefined for one that is not Docker Hub's. */
export function mirrored(reference: string, mirror: string | undefined): string | undefined {
  const { registry, repository, suffix } = imageNameOf(reference);
  return mirror === undefined || registry !== dockerHub
    ? undefined
    : `${mirror}/${repository}${suffix === "" ? ":latest" : suffix}`;
}
