/** What the process says to its caller. The action's `exit-code` output and the JSON report use the same numbers. */
export const exitCodes = {
  passed: 0,
  failed: 1,
  usage: 2,
  notReady: 3,
  engine: 4,
  breached: 5,
  timeout: 6,
  leftBehind: 7,
  internal: 70,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Whose fault a failure is: the server under test, the run file, the surroundings, the caller, or us. */
export type Blame = "server" | "run file" | "environment" | "caller" | "us";

export interface CodeEntry {
  readonly exit: ExitCode;
  readonly blame: Blame;
  readonly title: string;
  readonly hint: string;
}
