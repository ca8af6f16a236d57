import { z } from "zod";
import { imageNameOf } from "./image-name.ts";

const pattern = z
  .string()
  .max(512)
  .regex(
    /^[\w.:/@*-]+$/,
    "is not a pattern of image references; write for example ghcr.io/acme/* or node:24*",
  );

export const imagePolicy = z
  .strictObject({
    require_digest: z
      .boolean()
      .default(false)
      .describe("Whether every image must be named with its digest, name@sha256:…."),
    allow: z
      .array(pattern)
      .min(1)
      .optional()
      .describe(
        "Images that may be used, written as images are; * stands for any characters but /, ** for any. Without a tag or digest, every one of them. Default: all images.",
      )
      .meta({ examples: [["node:24*", "ghcr.io/acme/*"]] }),
  })
  .describe(
    "Which images may be used: those of servers, bases of templates, and what Dockerfiles begin from. Others are refused before anything is pulled or built.",
  );

export type ImagePolicy = z.output<typeof imagePolicy>;

/** Why the policy refuses an image, in words that follow its name; undefined: it does not. */
export function policyBreach(policy: ImagePolicy, reference: string): string | undefined {
  const image = imageNameOf(reference);
  const { allow } = policy;
  if (allow !== undefined && !allow.some((each) => isAllowed(each, image))) {
    return `is none of those that image_policy allows: ${allow.join(", ")}`;
  }
  return policy.require_digest && image.digest === undefined
    ? "has no digest, which image_policy requires; write name@sha256:…"
    : undefined;
}

function isAllowed(allowed: string, image: ReturnType<typeof imageNameOf>): boolean {
  if (allowed === "**") {
    return true;
  }
  const { name, tag, digest } = imageNameOf(allowed);
  return (
    matches(name, image.name) &&
    (tag === undefined ||
      matches(tag, image.tag ?? (image.digest === undefined ? "latest" : ""))) &&
    (digest === undefined || matches(digest, image.digest ?? ""))
  );
}

/** All places of the pattern at once, character by character: no pattern takes longer than its length times the text's. */
function matches(glob: string, text: string): boolean {
  const tokens = glob.match(/\*\*|\*|[^*]/g) ?? [];
  const isStar = (place: number) => tokens[place]?.startsWith("*") === true;
  const reached = (places: ReadonlySet<number>): Set<number> => {
    const all = new Set(places);
    for (const place of all) {
      if (isStar(place)) {
        all.add(place + 1);
      }
    }
    return all;
  };
  let places = reached(new Set([0]));
  for (const character of text) {
    const next = new Set<number>();
    for (const place of places) {
      const token = tokens[place];
      if (token === "**" || (token === "*" && character !== "/")) {
        next.add(place);
      } else if (token === character) {
        next.add(place + 1);
      }
    }
    places = reached(next);
  }
  return places.has(tokens.length);
}
