import { z } from "zod";
import { noNul } from "./fields.ts";

/** Capabilities that reach no further than the container; the others give the host away and cannot be had. */
const capabilities = [
  "AUDIT_WRITE",
  "CHOWN",
  "DAC_OVERRIDE",
  "FOWNER",
  "FSETID",
  "IPC_LOCK",
  "KILL",
  "NET_ADMIN",
  "NET_BIND_SERVICE",
  "NET_RAW",
  "SETFCAP",
  "SETGID",
  "SETPCAP",
  "SETUID",
  "SYS_CHROOT",
  "SYS_NICE",
  "SYS_PTRACE",
] as const;

/** Devices behind which lies the memory or a disk of the host. */
const hostDevice = /^\/dev\/(?:k?mem|port|kmsg|sd|hd|vd|xvd|nvme|dm-|loop|mapper|disk|block|sg\d)/;

const capability = z.enum(capabilities);

const device = noNul
  .regex(
    /^\/dev\/[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/,
    "is no device; write for example /dev/kvm",
  )
  .refine((path) => !hostDevice.test(path), "gives the host away and cannot be had");

/** Whether a server could have the capability, or the device, at all. */
export const canBeHad = {
  capability: (name: string) => capability.safeParse(name).success,
  device: (path: string) => device.safeParse(path).success,
} as const;

export const hardening = z
  .strictObject({
    user: z
      .union([z.string(), z.int().min(0).max(4_294_967_294).transform(String)])
      .refine(
        (user) => /^(?:root|\d{1,10}(?::\d{1,10})?)$/.test(user),
        "is no user: write a number, number:number, or root",
      )
      .optional()
      .describe(
        "Who the server runs as, by number; root needs leave. Default is the image's user, or 65532:65532 where that is root.",
      )
      .meta({ examples: ["1000:1000"] }),
    read_only_rootfs: z
      .boolean()
      .default(true)
      .describe("Whether the server is kept from writing to its image's files; false needs leave."),
    new_privileges: z
      .boolean()
      .default(false)
      .describe("Whether a set-user-id program may gain rights; true needs leave."),
    seccomp: z
      .enum(["default", "unconfined"])
      .default("default")
      .describe("System calls: the engine's default list, or all, which needs leave."),
    capabilities: z
      .array(capability)
      .max(capabilities.length)
      .default([])
      .describe("Rights of root that it keeps; each needs leave. Only root has them.")
      .meta({ examples: [["NET_RAW"]] }),
    devices: z
      .array(device)
      .max(16)
      .default([])
      .describe("Devices of the host that it sees; each needs leave.")
      .meta({ examples: [["/dev/kvm"]] }),
  })
  .describe(
    "What is relaxed of the server's isolation, as far as the step's `allow` (CLI `--allow`) lets it. Privileged containers, the engine's socket and namespaces of the host cannot be had.",
  );

export type HardeningSpec = z.output<typeof hardening>;
