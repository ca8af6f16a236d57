/** Commands that people put into the background and come back to. */
const staying = ["serve"];

/**
 * Whether a command must end when the process that started it does.
 *
 * A step that is cancelled ends its shell and nothing else: the shell passes no signal on, so what it ran would go on
 * unseen until the runner's last look. Outside of a job nobody cancels so, and a command may well outlive its shell.
 */
export function endsWithParent(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const isJob = !["", "0", "false"].includes((environment["CI"] ?? "").toLowerCase());
  return isJob && !staying.includes(argv[0] ?? "") && !argv.includes("--keep");
}
