import { type CodeEntry, exitCodes } from "./exit-codes.ts";

/** How images cannot be had. */
export const imageCodes = {
  IMAGE_NOT_FOUND: {
    exit: exitCodes.notReady,
    blame: "run file",
    title: "Image not found",
    hint: "Check the name and tag; pull or build the image first if it exists only locally.",
  },
  IMAGE_PULL_FAILED: {
    exit: exitCodes.engine,
    blame: "environment",
    title: "Image could not be pulled",
    hint: "Check the registry's address and your login; a mirror can be set with `registry-mirror`.",
  },
  IMAGE_PULL_LIMITED: {
    exit: exitCodes.engine,
    blame: "environment",
    title: "The registry's limit on pulls is reached",
    hint: "Log in (`docker login`), or set a mirror (`registry-mirror`).",
  },
  IMAGE_PULL_DENIED: {
    exit: exitCodes.engine,
    blame: "environment",
    title: "The registry wants a login, or another one",
    hint: "Log in with `docker login REGISTRY`; the login in Docker's config.json is used.",
  },
  IMAGE_PULL_BROKEN: {
    exit: exitCodes.engine,
    blame: "environment",
    title: "The registry failed",
    hint: "Try again later, or set a mirror (`registry-mirror`).",
  },
  IMAGE_NOT_PRESENT: {
    exit: exitCodes.notReady,
    blame: "run file",
    title: "Image is not on the engine and may not be pulled",
    hint: "Load or build it first, or set `pull: missing`.",
  },
  IMAGE_NOT_ALLOWED: {
    exit: exitCodes.usage,
    blame: "run file",
    title: "Image not allowed",
    hint: "Use another image, or allow it with `image_policy` in the run file.",
  },
  IMAGE_USER_UNKNOWN: {
    exit: exitCodes.notReady,
    blame: "run file",
    title: "The image's user is not in the image",
    hint: "Add the user in the image, or say `hardening: { user: NUMBER }`.",
  },
  IMAGE_BUILD_FAILED: {
    exit: exitCodes.notReady,
    blame: "run file",
    title: "Image build failed",
    hint: "The last lines of the build output show the failing instruction.",
  },
} as const satisfies Record<string, CodeEntry>;
