import type { ServerSpec } from "../../config/index.ts";
import type { AnswerBook } from "../../scenario/index.ts";
import type { ImageOnce } from "../image-once.ts";
import type { Needs } from "../needs.ts";
import type { Origin } from "../world.ts";
import type { SharedParts } from "./shared-parts.ts";

/** What a server is made from. */
export interface Declaration {
  readonly name: string;
  /** As labels call it; a variant's name has its protocol behind it. */
  readonly label: string;
  readonly spec: ServerSpec;
  readonly origin: Origin;
  readonly answers: AnswerBook;
  readonly image: ImageOnce;
  readonly shared: SharedParts;
  /** What comes first; default is nothing. */
  readonly needs?: Needs;
  /** One of several containers of a server: what becomes of it is not what becomes of the server. */
  readonly isFresh: boolean;
}
