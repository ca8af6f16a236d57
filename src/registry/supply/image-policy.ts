import { readFile } from "node:fs/promises";
import { type ImagePolicy, imageReference, policyBreach } from "../../config/index.ts";
import { Fault } from "../../fault/index.ts";
import { imagesNamedIn } from "./dockerfile-images.ts";

interface Used {
  /** What uses it, in words that end with its reference. */
  readonly what: string;
  readonly reference: string;
}

/** Refuses an image that a server is started from. Throws IMAGE_NOT_ALLOWED. */
export function judgeImage(policy: ImagePolicy | undefined, reference: string): void {
  refuse(policy, [{ what: `the image ${reference}`, reference }]);
}

/**
 * Refuses a build that begins from an image it may not: bases of the template, and every image its Dockerfile names.
 *
 * Rejects IMAGE_NOT_ALLOWED with all of them. The local stand-in of a base is judged by the base's name.
 */
export async function judgeBuild(
  policy: ImagePolicy,
  bases: Readonly<Record<string, string>>,
  dockerfile: string,
  args: Readonly<Record<string, string>>,
): Promise<void> {
  const fromTemplate = Object.values(bases);
  const named = imagesNamedIn(await readFile(dockerfile, "utf8"), { ...args, ...bases })
    .filter(({ reference }) => !fromTemplate.includes(reference))
    .map(({ line, reference }) => ({ what: `Dockerfile:${line}: ${reference}`, reference }));
  refuse(policy, [
    ...fromTemplate.map((reference) => ({ what: `the base image ${reference}`, reference })),
    ...named,
  ]);
}

function refuse(policy: ImagePolicy | undefined, used: readonly Used[]): void {
  const breaches = used.flatMap(({ what, reference }) => {
    const breach = policy && breachOf(policy, reference);
    return breach === undefined ? [] : [`${what} ${breach}`];
  });
  if (breaches.length > 0) {
    throw new Fault("IMAGE_NOT_ALLOWED", breaches.join("\n"));
  }
}

function breachOf(policy: ImagePolicy, reference: string): string | undefined {
  return imageReference.safeParse(reference).success
    ? policyBreach(policy, reference)
    : "cannot be judged by image_policy: it is no plain reference of an image, or has variables without a value";
}
