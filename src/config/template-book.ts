import type { z } from "zod";
import type { scalar } from "./fields.ts";

/** Parameters of a template as they are given. */
export type GivenParameters = Readonly<Record<string, z.output<typeof scalar>>>;

/** What reading a run file asks of the templates; nothing here knows where they are kept. */
export interface TemplateBook {
  readonly names: readonly string[];
  /** What is wrong with the folders that the run file names, by their place in it. */
  readonly folderProblems?: readonly { readonly nth: number; readonly message: string }[];
  /** Rejects TEMPLATE_INVALID when the template itself is not sound. */
  apply(name: string, given: GivenParameters): Promise<AppliedTemplate>;
}

/** A template with the parameters of one server. */
export interface AppliedTemplate {
  /** Keys of a server's entry that hold where the entry says nothing. */
  readonly server: Readonly<Record<string, unknown>>;
  readonly problems: readonly ParameterProblem[];
}

/** What is wrong with the parameters of a template. */
export interface ParameterProblem {
  /** Absent: with no single one. It may be one that is not given. */
  readonly parameter?: string;
  /** Continues the parameter's name, or `with`; it never shows the value, which may be secret. */
  readonly message: string;
  /** Whether the value given helps to understand it. */
  readonly aboutValue: boolean;
  readonly hint?: string;
}
