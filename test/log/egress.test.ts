import { describe, expect, test } from "vitest";
import { capture } from "./sink.ts";

describe("a server without network that wanted one", () => {
  const words = [
    "Error: getaddrinfo EAI_AGAIN api.example.com",
    "cause: Error: getaddrinfo ENOTFOUND api.example.com\n    at GetAddrInfoReqWrap",
    "Error: connect ENETUNREACH 203.0.113.7:443 - Local (0.0.0.0:0)",
    "connect ECONNREFUSED 203.0.113.7:443",
    "HTTPSConnectionPool(host='api.example.com', port=443): Max retries exceeded",
    "socket.gaierror: [Errno -3] Temporary failure in name resolution",
    "dial tcp: lookup api.example.com: no such host",
    "curl: (6) Could not resolve host: api.example.com",
    "error trying to connect: dns error: failed to lookup address information: Try again",
  ];

  test.each(words)("is told the line to add: %s", (line) => {
    const { output, sink } = capture();
    output.stderr(Buffer.from(`${line}\n${line}\n`));
    expect(sink.findings).toHaveLength(1);
    expect(sink.findings[0]).toMatchObject({ code: "wanted-egress", severity: "warning" });
    expect(sink.findings[0]?.message).toMatch(
      /^wanted to reach (?:(api\.example\.com|203\.0\.113\.7:443), which .* add .*network: \{ egress: \{ allow: \["\1"\] \} \}|a network, which .*network: \{ egress: full \})$/,
    );
  });

  test.each([
    "connect ECONNREFUSED 127.0.0.1:5432",
    "connect ECONNREFUSED ::1:5432",
    "getaddrinfo EAI_AGAIN localhost",
    "listening on 0.0.0.0:3000",
    "loaded network module",
  ])("is not taken for one that did not: %s", (line) => {
    const { output, sink } = capture();
    output.stderr(Buffer.from(`${line}\n`));
    expect(sink.findings).toEqual([]);
  });

  test("is recognised by a tool's error too, but not by an answer that only mentions it", () => {
    const { output, sink } = capture();
    output.tap.message(
      "received",
      '{"result":{"content":[{"text":"getaddrinfo ENOTFOUND a.example.com"}]}}',
      70,
      false,
    );
    expect(sink.findings).toEqual([]);
    output.tap.message(
      "received",
      '{"result":{"content":[{"text":"getaddrinfo ENOTFOUND a.example.com"}],"isError":true}}',
      85,
      false,
    );
    expect(sink.findings).toHaveLength(1);
  });

  test("is not told so when it has a network", () => {
    const { output, sink } = capture({ noEgress: false });
    output.stderr(Buffer.from("getaddrinfo ENOTFOUND a.example.com\n"));
    expect(sink.findings).toEqual([]);
  });
});
