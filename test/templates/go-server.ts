import { server as serverSchema } from "../../src/config/server.ts";
import { resolveImage } from "../../src/registry/index.ts";
import { registryDeps, scratch } from "../registry/deps.ts";

const hello = {
  package: "github.com/modelcontextprotocol/go-sdk/examples/server/hello",
  version: "v1.8.0",
};

/** The program of the Go template's example: a real server that needs nothing but itself. */
export async function goServer(): Promise<Uint8Array> {
  const deps = await registryDeps(await scratch());
  // The same parameters as in the example, so that one image serves both.
  const { imageId } = await resolveImage(serverSchema.parse({ template: "go", with: hello }), deps);
  const program = await deps.engine.readImageFile(imageId, "/opt/server/program");
  if (program === undefined) {
    throw new Error("the image of the Go template has no program");
  }
  return program;
}
