import { textOf } from "./content.ts";
import { toJson } from "./show.ts";

/** Estimating is linear, but its pattern copies: slices keep the memory small. */
const sliceLength = 65_536;

/** Estimate of the tokens a model pays for a result: its text when it has content, else its JSON. */
export async function tokensOf(result: unknown): Promise<number> {
  const { estimateTokenCount } = await import("tokenx");
  const text = textOf(result) ?? toJson(result);
  let tokens = 0;
  for (let from = 0; from < text.length; from += sliceLength) {
    tokens += estimateTokenCount(text.slice(from, from + sliceLength));
  }
  return tokens;
}
