import { isUtf8 } from "node:buffer";
import type { Engine } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";

/** Held whole, recorded and compared. */
const maxBytes = 8 * 2 ** 20;

/** A file of a server's container, as a resource would be read; a file that is not there is a result too. */
export async function readFile(
  engine: Pick<Engine, "readFile">,
  id: string,
  server: string,
  path: string,
): Promise<unknown> {
  const read = await engine.readFile(id, path, maxBytes);
  switch (read.kind) {
    case "absent":
      return { exists: false, contents: [] };
    case "refused":
      throw new Fault("NOT_JUDGEABLE", `Server "${server}": ${path} ${read.why}`, {
        hint: "Only plain files of its image and its volumes are read; `volumes: [{ volume: NAME, container_path: … }]` gives it one to write to.",
      });
    case "file": {
      const bytes = Buffer.from(read.bytes);
      const content = isUtf8(bytes)
        ? { text: bytes.toString() }
        : { blob: bytes.toString("base64") };
      return { exists: true, contents: [{ uri: `file://${encodeURI(path)}`, ...content }] };
    }
    default:
      return read satisfies never;
  }
}
