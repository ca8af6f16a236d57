import { httpFindings } from "./http/http-findings.ts";
import type { WireFinding } from "./wire.ts";

/** What is known of a kind of finding. */
export interface FindingKind {
  readonly severity: WireFinding["severity"];
  /** The switch of the run file's `checks` it belongs to. */
  readonly check: string;
  /** What it says about a server, in one line. */
  readonly title: string;
  /** Where the specification says so: page and section below a revision's address, or empty where it does not. */
  readonly section: string;
}

/** Every finding, sorted by the check that switches it off. A row: severity, section, title. */
export const findingTable = {
  ...rows("stdout_purity", {
    "stdout-pollution": [
      "error",
      "basic/transports#stdio",
      "A line of stdout is no protocol message",
    ],
    "glued-output": [
      "error",
      "basic/transports#stdio",
      "A message shares its line with other text",
    ],
    "blank-line": ["info", "basic/transports#stdio", "stdout has empty lines"],
    "unfinished-message": ["error", "basic/transports#stdio", "stdout ended inside a message"],
  }),
  ...rows("protocol", {
    ...httpFindings,
    bom: ["warning", "basic/transports#stdio", "stdout begins with a byte order mark"],
    "invalid-utf8": ["error", "basic/transports#stdio", "A message is no UTF-8"],
    "invalid-json": ["error", "basic/transports#stdio", "A message is no JSON"],
    "too-deep": ["error", "basic#messages", "A message nests deeper than anyone can read"],
    "oversized-message": [
      "error",
      "basic/transports#stdio",
      "A message is longer than the run file allows",
    ],
    "message-spans-lines": ["error", "basic/transports#stdio", "A message spans several lines"],
    batch: ["error", "basic#messages", "Messages came as a JSON-RPC batch"],
    "jsonrpc-version": ["error", "basic#messages", 'A message lacks "jsonrpc": "2.0"'],
    "malformed-message": [
      "error",
      "basic#messages",
      "A message is no request, notification or response",
    ],
    "unknown-member": [
      "warning",
      "basic#messages",
      "A response has a member that JSON-RPC does not know",
    ],
    "doubled-member": ["error", "basic#messages", "A message has one of its members twice"],
    "null-id": ["error", "basic#requests", "An id is missing or null"],
    "id-type": ["error", "basic#responses", "A response has the id of its request in another type"],
    "wrong-id": ["error", "basic#responses", "A response has an id that no request had"],
    "duplicate-response": ["error", "basic#responses", "A request was answered more than once"],
    "duplicate-request-id": [
      "error",
      "basic#requests",
      "The server used the id of a request again",
    ],
    "late-response": ["warning", "basic/lifecycle#timeouts", "An answer came after its timeout"],
    "echoed-request": ["error", "basic#messages", "The server sent the client's own request back"],
    "unasked-request": [
      "error",
      "basic/lifecycle#operation",
      "The server asked for what the client did not declare",
    ],
    "unasked-notification": [
      "error",
      "basic/utilities/subscriptions",
      "A notification came that nobody had asked for",
    ],
    "unanswered-request": [
      "warning",
      "basic#requests",
      "The server does not read the answers to its requests",
    ],
    "not-acknowledged": [
      "error",
      "basic/utilities/subscriptions",
      "A subscription was not acknowledged first",
    ],
    "undeclared-input": [
      "error",
      "basic/patterns/mrtr",
      "A result asks for input that the client did not declare",
    ],
    "misplaced-input": [
      "error",
      "basic/patterns/mrtr",
      "A result asks for input where none may be asked for",
    ],
    "endless-rounds": ["error", "basic/patterns/mrtr", "A request asks for input again and again"],
    "bad-progress": [
      "error",
      "basic/utilities/progress",
      "Progress falls, is no number, or has an unknown token",
    ],
  }),
  ...rows("origin", {
    "origin-not-checked": [
      "warning",
      "basic/transports#security-warning",
      "The server accepts requests of any Origin",
    ],
  }),
  ...rows("schema", {
    "message-schema": [
      "error",
      "schema",
      "A notification or request has not the shape of its revision's schema",
    ],
  }),
  ...rows("result_schema", {
    "result-schema": ["error", "schema", "A result has not the shape of its revision's schema"],
    "bad-base64": ["error", "server/tools#tool-result", "Binary content is no base64"],
  }),
  ...rows("output_schema", {
    "output-schema": [
      "error",
      "server/tools#output-schema",
      "structuredContent does not fit the tool's outputSchema",
    ],
    "structured-content-missing": [
      "error",
      "server/tools#output-schema",
      "A tool with an outputSchema gave no structuredContent",
    ],
  }),
  ...rows("capabilities", {
    "declared-unanswered": [
      "error",
      "basic/lifecycle#capability-negotiation",
      "A method of a declared capability is unknown to the server",
    ],
    "answered-undeclared": [
      "warning",
      "basic/lifecycle#capability-negotiation",
      "A method of a capability that is not declared was answered",
    ],
    "undeclared-notification": [
      "error",
      "basic/lifecycle#capability-negotiation",
      "A notification came whose capability is not declared",
    ],
  }),
  ...rows("error_codes", {
    "error-code": [
      "error",
      "basic#responses",
      "An error has a code that its revision does not allow",
    ],
  }),
  ...rows("pagination", {
    "endless-pages": ["error", "server/utilities/pagination", "A list has pages without end"],
  }),
  ...rows("list_determinism", {
    "list-changes": [
      "warning",
      "2026-07-28/server/tools#listing-tools",
      "The same list differs from one time to the next",
    ],
  }),
  ...rows("cancellation", {
    "answered-after-cancel": [
      "warning",
      "basic/utilities/cancellation#behavior-requirements",
      "A cancelled request was answered all the same",
    ],
    "cancelled-call-goes-on": [
      "warning",
      "basic/utilities/cancellation#behavior-requirements",
      "A cancelled request goes on",
    ],
  }),
  ...rows("definitions", {
    "bad-tool": [
      "error",
      "server/tools#tool",
      "A tool's definition has not the shape of its revision's schema",
    ],
    "bad-resource": [
      "error",
      "server/resources#resource",
      "A resource's definition has not the shape of its revision's schema",
    ],
    "bad-resource-template": [
      "error",
      "server/resources#resource-templates",
      "A resource template's definition has not the shape of its revision's schema",
    ],
    "bad-prompt": [
      "error",
      "server/prompts#prompt",
      "A prompt's definition has not the shape of its revision's schema",
    ],
    "bad-task": [
      "error",
      "basic/utilities/tasks#task",
      "A task has not the shape of its revision's schema",
    ],
    "bad-input-schema": ["error", "server/tools#tool", "A tool's inputSchema is no JSON Schema"],
    "bad-output-schema": [
      "error",
      "server/tools#output-schema",
      "A tool's outputSchema is no JSON Schema",
    ],
    "bad-uri": ["warning", "server/resources#resource", "A resource's uri is no URI"],
    "bad-uri-template": [
      "warning",
      "server/resources#resource-templates",
      "A uriTemplate is none of RFC 6570",
    ],
    "duplicate-name": ["error", "server/tools#tool-names", "A list gives a name more than once"],
    "odd-tool-name": [
      "warning",
      "server/tools#tool-names",
      "A tool has a name that many clients refuse",
    ],
  }),
  ...rows("exit_on_eof", {
    "ignores-eof": [
      "warning",
      "basic/lifecycle#stdio",
      "The server lives on after its stdin was closed",
    ],
  }),
  ...rows("exit_on_sigterm", {
    "ignores-sigterm": ["error", "basic/lifecycle#stdio", "The server ignores SIGTERM"],
  }),
  ...rows("leftover_processes", {
    "leftover-process": ["error", "basic/lifecycle#stdio", "The server left a process behind"],
  }),
  ...rows("idle_cpu", {
    "idle-cpu": ["warning", "", "The server works though nothing is asked of it"],
  }),
  ...rows("", {
    "flaky-step": ["info", "", "A step passed only when it was tried again"],
    "parity-differs": ["warning", "", "A step has another outcome in another revision"],
    "memory-kill": ["error", "", "A process of the server was killed for memory"],
    "core-limit": ["info", "", "The server had to wait for its cores"],
    "process-limit": ["warning", "", "The server was refused a process or thread"],
    "secret-printed": ["warning", "", "The server printed a secret"],
    "engine-silent": ["warning", "", "The engine did not answer while the server ran"],
    "relay-ended": ["warning", "", "The relay of the server's network ended and was started again"],
    "wanted-egress": ["warning", "", "The server wanted a network that it was not given"],
    restarted: ["warning", "", "Its restart policy had to start the server again"],
    "crash-loop": ["error", "", "The server fails each time it is started again"],
    "output-dropped": ["warning", "", "The server printed more than is kept"],
    "mock-unmatched": ["warning", "", "A mock was asked for what no answer is declared to"],
    "service-ended": ["warning", "", "A service failed while it was needed"],
  }),
} as const satisfies Readonly<Record<string, FindingKind>>;

export type FindingCode = keyof typeof findingTable;

/** Severity, section, title. */
export type FindingRow = readonly [FindingKind["severity"], string, string];

function rows<const Check extends string, Code extends string>(
  check: Check,
  given: Readonly<Record<Code, FindingRow>>,
): Readonly<Record<Code, FindingKind & { readonly check: Check }>> {
  const made = Object.entries<FindingRow>(given).map(([code, [severity, section, title]]) => [
    code,
    { severity, check, title, section },
  ]);
  // Object.fromEntries forgets the keys; they are those that were given.
  return Object.fromEntries(made) as Readonly<
    Record<Code, FindingKind & { readonly check: Check }>
  >;
}

/** The switch of the run file's `checks` that a finding belongs to; undefined for a code nobody knows. */
export function checkOf(code: string): (typeof findingTable)[FindingCode]["check"] | undefined {
  return Object.entries(findingTable).find(([known]) => known === code)?.[1].check;
}
