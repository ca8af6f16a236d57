import { z } from "zod";
import { headers, secretName } from "./fields.ts";

const transports = ["stdio", "http", "sse"] as const;

/** The address of a server that runs elsewhere. */
const url = z.string().transform((written, context) => {
  const problem = urlProblem(written);
  if (problem !== undefined) {
    context.addIssue(problem);
    return z.NEVER;
  }
  return written;
});

function urlProblem(written: string): string | undefined {
  const parsed = URL.canParse(written) ? new URL(written) : undefined;
  if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
    return "is not a URL that begins with http:// or https://";
  }
  if (parsed.username !== "" || parsed.password !== "") {
    return "has a user name or password in it; hand them over with headers, bearer or auth";
  }
  return parsed.hash === "" ? undefined : "has a fragment (#…), which is never sent";
}

const http = z
  .strictObject({
    port: z.int().min(1).max(65_535).describe("Port that the server listens on in its container."),
    path: z
      .string()
      .regex(/^\/[!-~]*$/, "must begin with / and hold no spaces")
      .optional()
      .describe("Path of the endpoint; default is /mcp for http and /sse for sse."),
    publish: z
      .union([z.boolean(), z.int().min(1).max(65_535)])
      .default(false)
      .describe(
        "Port of 127.0.0.1 by which later steps of the job reach it, too, while it runs; true is a free one, which the log and docker_get_server_status tell.",
      )
      .meta({ examples: [true, 3000] }),
  })
  .describe("Where the server listens in its container.");

const auth = z
  .strictObject({
    protected: z
      .boolean()
      .default(false)
      .describe(
        "The server must refuse requests without a token as the specification says: 401, WWW-Authenticate and the metadata of RFC 9728.",
      ),
    client_credentials: z
      .strictObject({
        client_id: z.string().min(1).describe("Name of the client at the authorization server."),
        client_secret: secretName.describe("Name of the secret; its value is in the environment."),
        scopes: z.array(z.string().min(1)).default([]).describe("Scopes to ask for."),
        issuer: url
          .optional()
          .describe(
            "The authorization server that the secret is for; default is the origin of the server. No other gets it.",
          )
          .meta({ examples: ["https://login.example.com"] }),
      })
      .optional()
      .describe("Gets a token by the OAuth flow for machines."),
  })
  .describe("Authorization of an HTTP server.");

/** What a server spoken to over HTTP has. */
export const endpointFields = {
  url: url
    .optional()
    .describe("Address of a server that runs elsewhere; nothing is started.")
    .meta({ examples: ["https://example.com/mcp"] }),
  transport: z
    .enum(transports)
    .optional()
    .describe(
      "How the server is spoken to; sse is the HTTP+SSE of revision 2024-11-05. Default is stdio, or http for a url.",
    ),
  http: http.optional(),
  headers: headers
    .default({})
    .describe("Headers of every HTTP request.")
    .meta({ examples: [{ "X-Tenant": "acme" }] }),
  bearer: secretName
    .optional()
    .describe("Name of the secret that is sent as bearer token; its value is in the environment.")
    .meta({ examples: ["API_TOKEN"] }),
  auth: auth.optional(),
} as const;
