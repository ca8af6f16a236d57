/** Names the runner keeps for itself: never filled in from the environment, never a server's secret. */
const runnerPrefixes = ["ACTIONS_", "INPUT_"] as const;

/** Whether `${NAME}` may be filled in from the environment; what may not must come as a variable. */
export function mayComeFromEnvironment(name: string): boolean {
  return name !== "GITHUB_TOKEN" && mayBeSecret(name);
}

/** Whether `secrets:` may name it. GITHUB_TOKEN may: naming it there is the explicit wish. */
export function mayBeSecret(name: string): boolean {
  return !runnerPrefixes.some((prefix) => name.toUpperCase().startsWith(prefix));
}
