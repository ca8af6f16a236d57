/** Every output of the action with its description, as in action.yml. */
export const outputDescriptions = {
  outcome:
    "`passed`, `failed` (an expectation does not hold), `broken` (could not be judged) or `skipped`.",
  passed: "Number of steps that passed.",
  failed: "Number of steps that failed.",
  broken: "Number of steps that could not be judged.",
  skipped: "Number of steps that were skipped.",
  "exit-code": "What the run came to, as a number: the exit codes of the CLI.",
  "report-path": "Folder with the reports on the runner, until the end of the job.",
  "artifact-id":
    "Id of the uploaded artifact. Empty when nothing was uploaded in this step, as with `keep-running`.",
  "artifact-url": "Address of the uploaded artifact. Empty like `artifact-id`.",
  "manager-url": "Address of the manager's MCP endpoint while it runs. Set with `keep-running`.",
  "manager-token": "Bearer token for `manager-url`, masked in the log. Set with `keep-running`.",
} as const;

export type OutputName = keyof typeof outputDescriptions;
export type Outputs = Readonly<Partial<Record<OutputName, string>>>;
