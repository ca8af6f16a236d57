/** Values shorter than this would mask half the log. */
const shortestSecret = 8;

/** Environment variables whose name says that the value is a secret, as handed over by an API client in `env_vars`. */
export function secretLooking(
  environment: Readonly<Record<string, string>>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter(
      ([name, value]) =>
        value.length >= shortestSecret &&
        /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD|PASS|CREDENTIALS?)(?:_|$)/i.test(name),
    ),
  );
}

/** Environment variables that a template calls secrets, as handed over by an API client in `env_vars`. */
export function secretsAmong(
  environment: Readonly<Record<string, string>>,
  names: unknown,
): Record<string, string> {
  const listed: readonly unknown[] = Array.isArray(names) ? names : [];
  const called = listed.map((secret) =>
    typeof secret === "object" && secret !== null && "name" in secret ? secret.name : secret,
  );
  return Object.fromEntries(Object.entries(environment).filter(([name]) => called.includes(name)));
}
