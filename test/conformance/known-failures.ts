const interactive =
  "the authorization-code flow needs a browser and a person who agrees; a run in CI has a token or client credentials";

const interactiveOfBoth = [
  "auth/metadata-default",
  "auth/metadata-var1",
  "auth/metadata-var2",
  "auth/metadata-var3",
  "auth/basic-cimd",
  "auth/scope-from-www-authenticate",
  "auth/scope-from-scopes-supported",
  "auth/scope-omitted-when-undefined",
  "auth/scope-step-up",
  "auth/scope-retry-limit",
  "auth/token-endpoint-auth-basic",
  "auth/token-endpoint-auth-post",
  "auth/token-endpoint-auth-none",
];

const interactiveOfModern = [
  "auth/resource-mismatch",
  "auth/offline-access-scope",
  "auth/offline-access-not-supported",
  "auth/authorization-server-migration",
  "auth/iss-supported",
  "auth/iss-not-advertised",
  "auth/iss-supported-missing",
  "auth/iss-wrong-issuer",
  "auth/iss-unexpected",
  "auth/iss-normalized",
  "auth/metadata-issuer-mismatch",
];

function because(scenarios: readonly string[], reason: string): Readonly<Record<string, string>> {
  return Object.fromEntries(scenarios.map((scenario) => [scenario, reason]));
}

/** Scenarios a revision requires of clients and ours does not pass, each with the reason. One that passes must go. */
export const knownFailures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "2025-11-25": because(interactiveOfBoth, interactive),
  "2026-07-28": {
    ...because([...interactiveOfBoth, ...interactiveOfModern], interactive),
    "request-metadata":
      "its server refuses the revision that it names as supported in the same answer; ours says so instead of asking again",
  },
};
