import type Docker from "dockerode";
import type { Connection } from "./connection.ts";

/** All of dockerode over our connection; loading it takes 100 ms more than its modem alone, so only calls that take seconds do. */
export async function wholeDockerode(connection: Connection): Promise<Docker> {
  const { default: Dockerode } = await import("dockerode");
  // `modem` is an option that the published types do not know.
  const options: { modem: Connection["modem"]; protocol: "http" } = {
    modem: connection.modem,
    protocol: "http",
  };
  return new Dockerode(options);
}
