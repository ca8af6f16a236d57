const target = String.raw`['"(\[]*(localhost|[A-Za-z0-9][\w.-]*\.[A-Za-z0-9-]+(?::\d+)?)`;

/** How runtimes say that a name did not resolve or an address was not reachable; the target where they name it. */
const words = [
  // Node.js: "getaddrinfo EAI_AGAIN api.example.com"; also from fetch, as the cause.
  new RegExp(String.raw`getaddrinfo (?:ENOTFOUND|EAI_AGAIN|EAI_FAIL)(?: ${target})?`),
  /\b(?:ENOTFOUND|EAI_AGAIN)\b/,
  // "connect ENETUNREACH 203.0.113.7:443"; ECONNREFUSED counts only away from the loopback addresses.
  new RegExp(String.raw`\b(?:ENETUNREACH|EHOSTUNREACH|ECONNREFUSED) ${target}`),
  // Python, requests, httpx.
  new RegExp(String.raw`HTTPS?ConnectionPool\(host=${target}`),
  /Temporary failure in name resolution|Name or service not known|nodename nor servname/,
  // Go: "dial tcp: lookup api.example.com: no such host".
  new RegExp(String.raw`dial tcp:? lookup ${target}`),
  // curl, git, apt, Rust.
  new RegExp(String.raw`Could(?: not|n't) resolve (?:host|proxy)(?: name)?:? ${target}`, "i"),
  /failed to lookup address information|Temporary failure resolving|Network is unreachable/,
] as const;

/** One quick look that decides for nearly every line. */
const anyWord =
  /getaddrinfo|ENOTFOUND|EAI_|UNREACH|ECONNREFUSED|ConnectionPool|name resolution|Name or service|nodename nor|dial tcp|ould(?: not|n't) resolve|lookup address|failure resolving|Network is unreachable/;

const atProxy = /ProxyError|Tunnel connection failed|proxyconnect/;

const loopback = /^(?:localhost|127\.|0\.0\.0\.0|::1)/;

/** Looks through what a server says that is not let out directly; `onWanted` is told once, with one line for a finding. */
export function watchEgress(
  server: string,
  isProxied: boolean,
  onWanted: (message: string) => void,
): (text: string) => void {
  let told = false;
  return (text) => {
    // What went to the proxy is in the record already, with what became of it.
    if (told || !anyWord.test(text) || atProxy.test(text)) {
      return;
    }
    const wanted = wantedEgress(text);
    if (wanted !== undefined) {
      told = true;
      const where = wanted === "" ? "a network" : wanted;
      const egress = wanted === "" ? "full" : `{ allow: ["${wanted}"] }`;
      onWanted(
        isProxied
          ? `wanted to reach ${where} directly; what its egress allows is reached only through the proxy that HTTP_PROXY and HTTPS_PROXY name`
          : `wanted to reach ${where}, which its egress does not let it; add to server ${server}: network: { egress: ${egress} }`,
      );
    }
  };
}

/** What the text shows its writer wanted to reach, empty when it is not named; undefined when it wanted nothing. */
function wantedEgress(text: string): string | undefined {
  for (const pattern of words) {
    const match = pattern.exec(text);
    if (match !== null) {
      const named = match[1] ?? "";
      return loopback.test(named) ? undefined : named;
    }
  }
  return undefined;
}
