import { execFile } from "node:child_process";
import {
  chmod,
  copyFile,
  cp,
  mkdir,
  readdir,
  realpath,
  symlink,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import type { BaseImageSources } from "./node-sources.ts";

const run = promisify(execFile);

/** Where the host's certificate authorities are inside the image. */
export const caBundleInImage = "/etc/ssl/certs/ca-certificates.crt";

const files: Readonly<Record<string, string>> = {
  "etc/passwd":
    "root:x:0:0:root:/root:/bin/sh\nnode:x:1000:1000:node:/home/node:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n",
  "etc/group": "root:x:0:\ntty:x:5:\nnode:x:1000:\nnogroup:x:65534:\n",
  "etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
  // A container without any network gets no hosts file from the engine; this one then answers for localhost.
  "etc/hosts": "127.0.0.1 localhost\n::1 localhost\n",
};

/** Writes the root file system of the base image into the empty folder `root`. */
export async function writeRootfs(
  root: string,
  sources: BaseImageSources,
  caBundle: Uint8Array,
): Promise<void> {
  for (const folder of [
    "bin",
    "etc",
    "proc",
    "sys",
    "dev",
    "usr/bin",
    "usr/local/bin",
    "usr/local/lib",
    "var",
  ]) {
    await mkdir(join(root, folder), { recursive: true });
  }
  await mkdir(join(root, "root"), { mode: 0o700 });
  await mkdir(join(root, "home/node"), { recursive: true });
  for (const folder of ["tmp", "var/tmp"]) {
    await mkdir(join(root, folder));
    await chmod(join(root, folder), 0o1777);
  }
  for (const [path, text] of Object.entries(files)) {
    await writeFile(join(root, path), text);
  }
  const bundle = join(root, caBundleInImage);
  await mkdir(dirname(bundle), { recursive: true });
  await writeFile(bundle, caBundle);
  await placeNode(root, sources);
  await placeBusybox(root, sources.busybox);
}

async function placeNode(root: string, sources: BaseImageSources): Promise<void> {
  const node = join(root, "usr/local/bin/node");
  await copyFile(sources.nodeBinary, node);
  await chmod(node, 0o755);
  for (const library of await librariesOf(sources.nodeBinary)) {
    const target = join(root, library);
    await mkdir(dirname(target), { recursive: true });
    await copyFile(await realpath(library), target);
    await chmod(target, 0o755);
  }
  await cp(sources.npmFolder, join(root, "usr/local/lib/node_modules/npm"), {
    recursive: true,
    // npm's manual pages and documentation: 3 MB that nothing in a container reads.
    filter: (path) =>
      !["docs", "man"].includes(basename(path)) || dirname(path) !== sources.npmFolder,
  });
  for (const program of ["npm", "npx"]) {
    await symlink(
      `../lib/node_modules/npm/bin/${program}-cli.js`,
      join(root, "usr/local/bin", program),
    );
  }
}

/** What `ldd` names, and the name-service modules beside libc, which are loaded by name at run time. */
async function librariesOf(binary: string): Promise<readonly string[]> {
  const { stdout } = await run("ldd", [binary]);
  const linked = [...stdout.matchAll(/^\s*(?:\S+ => )?(\/\S+) \(0x/gm)].map(
    (match) => match[1] ?? "",
  );
  const libc = linked.find((path) => basename(path) === "libc.so.6");
  const folder = libc === undefined ? undefined : dirname(libc);
  const named = folder === undefined ? [] : await readdir(folder);
  const nameService = named.filter((name) =>
    /^(libnss_dns|libnss_files|libresolv)\.so\.2$/.test(name),
  );
  return [...linked, ...nameService.map((name) => join(folder ?? "/", name))];
}

async function placeBusybox(root: string, busybox: string): Promise<void> {
  const target = join(root, "bin/busybox");
  await copyFile(busybox, target);
  await chmod(target, 0o755);
  const { stdout } = await run(busybox, ["--list-full"]);
  for (const applet of new Set([...stdout.split("\n"), "usr/bin/env"])) {
    if (applet === "" || applet === "bin/busybox") {
      continue;
    }
    const path = join(root, applet);
    await mkdir(dirname(path), { recursive: true });
    await symlink("/bin/busybox", path).catch(ignoreExisting);
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") {
    throw error;
  }
}
