import { z } from "zod";
import { mayBeSecret } from "./names.ts";

/** Names of servers and templates: safe in labels, file names and DNS. */
export const name = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9_-]{0,62}$/,
    "must be 1 to 63 characters of a-z, 0-9, - and _, and begin with a letter or digit",
  );

/** Whether a server or template could be called so. */
export function isName(text: string): boolean {
  return name.safeParse(text).success;
}

export const environmentName = z
  .string()
  .regex(
    /^[A-Za-z_][A-Za-z0-9_]{0,254}$/,
    "must be a name of letters, digits and _, not starting with a digit",
  );

/** Name of a value from the environment that is masked everywhere. */
export const secretName = environmentName.refine(
  mayBeSecret,
  "is never handed to a server: ACTIONS_* and INPUT_* belong to the runner",
);

/** A secret by name alone, or with how the server gets it. */
export const serverSecret = z.union([
  secretName,
  z.strictObject({
    name: secretName.describe("The environment variable that has it."),
    as: z
      .enum(["env", "file"])
      .default("env")
      .describe(
        "env: as an environment variable of the same name; file: as /run/secrets/NAME, in memory, read-only, with the path in NAME_FILE.",
      ),
  }),
]);

/** Any JSON value; one schema, so that the published one says it once. */
export const json = z.json().meta({ id: "json" });

/** A NUL would end the value inside the container. */
export const noNul = z.string().regex(/^[^\0]*$/, "must not contain a NUL character");
export const scalar = z.union([noNul, z.number(), z.boolean()]);
export const text = scalar.transform(String);

/** Headers that frame the message: a wrong one would break the request and not test the server. */
const framing: ReadonlySet<string> = new Set([
  "host",
  "content-length",
  "connection",
  "transfer-encoding",
]);

export const headers = z.record(
  z
    .string()
    .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/, "is no name of an HTTP header")
    .refine(
      (header) => !framing.has(header.toLowerCase()),
      "is set by the sender and cannot be given",
    ),
  z
    .union([z.string(), z.number(), z.boolean()])
    .transform(String)
    .refine(
      (value) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value),
      "has a character that no HTTP header may hold",
    ),
);

/** A share, written `80%` or as a number from 0 to 1. */
export const share = z
  .union([
    z.number().min(0).max(1),
    z
      .string()
      .regex(
        /^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%$/,
        "is not a share; write for example 80% or 0.8",
      )
      .transform((written) => Number(written.slice(0, -1)) / 100),
  ])
  .meta({ title: "share, such as 80% or 0.8" });

/** Bytes. zod's own base64 names a format that JSON Schema does not have. */
export const base64 = z
  .string()
  .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, "is not base64");
