import type { CreateServerRequest } from "../api/index.ts";
import { type ServerSpec, server as serverSchema, underPlain } from "../config/index.ts";
import { Fault } from "../fault/index.ts";
import type { TemplateShelf } from "../registry/index.ts";
import { secretsAmong } from "./secret-looking.ts";
import type { Wanted } from "./server-shelf.ts";

/** The server that `docker_create_server` asks for, and the secrets among its variables. Rejects as `specOf` does. */
export async function wantedOf(
  request: CreateServerRequest,
  templates: TemplateShelf,
  workspace: string,
): Promise<{ readonly wanted: Wanted; readonly secrets: Readonly<Record<string, string>> }> {
  const spec = await specOf(request, templates);
  const template = await templates.load(request.serverType);
  return {
    secrets: secretsAmong(request.envVars, template.server["secrets"]),
    wanted: {
      name: request.serverName,
      label: request.serverName,
      spec,
      origin: { workspace, folder: workspace, secrets: {}, templates },
      at: null,
    },
  };
}

/** What `docker_create_server` asks for, as a server of a run file. Rejects USAGE, TEMPLATE_NOT_FOUND, TEMPLATE_INVALID. */
export async function specOf(
  request: Omit<CreateServerRequest, "serverName">,
  templates: TemplateShelf,
): Promise<ServerSpec> {
  // What is wrong with the parameters is told when the server is started.
  const applied = await templates.apply(request.serverType, request.parameters);
  const entry = {
    template: request.serverType,
    with: request.parameters,
    env: request.envVars,
    volumes: request.volumes.map((volume) => ({
      host_path: volume.hostPath,
      container_path: volume.containerPath,
      read_only: volume.readOnly,
    })),
  };
  const spec = serverSchema.safeParse(underPlain(entry, applied.server));
  if (!spec.success) {
    const problems = spec.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    const message = `No server of template "${request.serverType}" can be made of this: ${problems.join("; ")}`;
    throw new Fault("USAGE", message);
  }
  return spec.data;
}
