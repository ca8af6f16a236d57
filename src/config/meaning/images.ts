import { imagePolicy, policyBreach } from "../image-policy.ts";
import type { Finding } from "../source.ts";
import { child, entriesOf, type Tree, textOf } from "../tree.ts";
import { plainOf } from "../values.ts";
import { showValue } from "../wording.ts";

/** Servers and services whose image the run file's own policy refuses; what templates and Dockerfiles use is judged when they are read. */
export function imageFindings(root: Tree): readonly Finding[] {
  const written = child(root, "image_policy");
  const policy = written && imagePolicy.safeParse(plainOf(written));
  if (!policy?.success) {
    return [];
  }
  const all = ["servers", "services"].flatMap((part) => entriesOf(child(root, part)));
  return all.flatMap(([, { value }]) => {
    const tree = value.kind === "map" ? child(value, "image") : undefined;
    const reference = textOf(tree);
    const breach = reference && policyBreach(policy.data, reference);
    return tree && breach
      ? [{ offset: tree.offset, message: `the image ${showValue(tree)} ${breach}` }]
      : [];
  });
}
