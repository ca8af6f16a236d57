import { readFile } from "node:fs/promises";

/** Where Linux distributions keep their certificate authorities. */
const places = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/ssl/ca-bundle.pem",
  "/etc/ssl/cert.pem",
];

/** The certificate authorities this host trusts, as PEM; without a bundle on the host, those Node.js brings. */
export async function hostCaBundle(): Promise<Uint8Array> {
  for (const place of places) {
    const bytes = await readFile(place).catch(() => undefined);
    if (bytes !== undefined) {
      return bytes;
    }
  }
  const { rootCertificates } = await import("node:tls");
  return Buffer.from(rootCertificates.join("\n"));
}
