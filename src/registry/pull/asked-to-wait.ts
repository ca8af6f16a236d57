import { dockerHub, imageNameOf } from "./reference.ts";

const askMs = 5_000;

/** What a registry at its limit asks to wait before the next pull, in ms: the engine does not hand its `Retry-After` on. */
export async function askedToWaitMs(reference: string, nowMs: number): Promise<number | undefined> {
  const { registry, repository, suffix } = imageNameOf(reference);
  const host = registry === dockerHub ? "registry-1.docker.io" : registry;
  // The engine, too, asks a registry on the loopback address without TLS.
  const scheme = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host) ? "http" : "https";
  const version = suffix.includes("@") ? suffix.slice(suffix.indexOf("@") + 1) : suffix.slice(1);
  const url = `${scheme}://${host}/v2/${repository}/manifests/${version || "latest"}`;
  try {
    const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(askMs) });
    const said = answer.headers.get("retry-after");
    if (answer.status !== 429 || said === null) {
      return undefined;
    }
    const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - nowMs;
    return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
  } catch {
    return undefined;
  }
}
