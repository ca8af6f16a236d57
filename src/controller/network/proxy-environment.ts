import { proxyPort, relayAlias } from "./relay/start-relay.ts";

const direct = ["localhost", "127.0.0.1", "::1"] as const;

/** What leads a runtime's requests through the proxy of its group; names of the group and its own address are left out. */
export function proxyEnvironment(peers: readonly string[]): Record<string, string> {
  const proxy = `http://${relayAlias}:${proxyPort}`;
  const except = [...direct, ...peers].join(",");
  return {
    HTTP_PROXY: proxy,
    http_proxy: proxy,
    HTTPS_PROXY: proxy,
    https_proxy: proxy,
    NO_PROXY: except,
    no_proxy: except,
    // Node.js looks at the others only when it is told to.
    NODE_USE_ENV_PROXY: "1",
  };
}
