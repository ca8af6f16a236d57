import { z } from "zod";
import { dependsOn } from "./depends-on.ts";
import { noNul } from "./fields.ts";
import { mockHttp } from "./mock/http.ts";
import { defaultGroup, network } from "./network.ts";
import { serverFields } from "./server.ts";
import { duration } from "./units.ts";

const healthcheck = z
  .strictObject({
    exec: z
      .array(noNul)
      .min(1)
      .optional()
      .describe("A command in its container that exits with code 0.")
      .meta({ examples: [["pg_isready", "-U", "postgres"]] }),
    port: z
      .int()
      .min(1)
      .max(65_535)
      .optional()
      .describe("A TCP port of it that takes connections.")
      .meta({ examples: [6379] }),
    http: z
      .string()
      .regex(/^\/[!-~]*$/, "must begin with / and hold no spaces")
      .optional()
      .describe("A path on that port that answers with a status from 200 to 299.")
      .meta({ examples: ["/healthz"] }),
    interval: duration(50, 3_600_000).prefault("500ms").describe("Time between two checks."),
    timeout: duration(10, 600_000).prefault("5s").describe("Time for one check."),
    retries: z
      .int()
      .min(1)
      .max(10_000)
      .default(60)
      .describe("Checks in a row that must fail until it is unhealthy, also at its start."),
  })
  .refine(
    ({ exec, port }) => (exec === undefined) !== (port === undefined),
    "needs exactly one of exec and port",
  )
  .refine(({ http, port }) => http === undefined || port !== undefined, "http: needs a port")
  .describe("When it counts as healthy; default is the HEALTHCHECK of its image.");

export type Healthcheck = z.output<typeof healthcheck>;

/** What a service has in common with a server. */
const { image, pull, platform, build, command, args, env, secrets, volumes, limits, hardening } =
  serverFields.shape;

/** Exactly one of them says what a service is. */
export const serviceKinds = ["image", "build", "mock_http"] as const;

/** A service as it is written. */
export const serviceFields = z
  .strictObject({
    image,
    pull,
    platform,
    build,
    mock_http: mockHttp.optional(),
    command: command.describe("Program and arguments; replaces what the image starts."),
    args: args.describe("Arguments added to the image's own."),
    env: env.describe("Environment of the service."),
    secrets,
    volumes: volumes.describe("Folders and files it sees beside its image's."),
    network: network
      .omit({ endpoints: true })
      .extend({
        group: network.shape.group
          .unwrap()
          .default(defaultGroup)
          .describe("The servers and services of its group reach it by its name, and no others."),
      })
      .prefault({})
      .describe("What it may reach, and who reaches it."),
    limits,
    hardening,
    healthcheck: healthcheck.optional(),
    depends_on: dependsOn,
    stop: z
      .strictObject({
        sigterm: duration(0, 600_000)
          .prefault("5s")
          .describe("Time to end after SIGTERM, before SIGKILL; 0s skips this."),
      })
      .prefault({})
      .describe("How it is ended: SIGTERM, then SIGKILL."),
  })
  .describe(
    "A side container, such as a database: exactly one of image, build and mock_http says what runs. It is isolated as servers are.",
  );

/** A service with what follows from what is written. */
export const service = serviceFields.transform((spec) =>
  spec.mock_http === undefined
    ? spec
    : { ...spec, healthcheck: healthcheck.parse({ port: spec.mock_http.port, interval: "100ms" }) },
);

export type ServiceSpec = z.output<typeof serviceFields>;
