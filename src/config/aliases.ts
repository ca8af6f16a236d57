import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from "yaml";

/** Which node each alias means: the last one above it with that anchor, its own ancestors included. */
export function aliasTargets(root: Node | null): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  function visit(node: unknown): void {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target) {
        targets.set(node, target);
      }
    } else if (isScalar(node) || isMap(node) || isSeq(node)) {
      if (node.anchor) {
        anchors.set(node.anchor, node);
      }
      if (isMap(node)) {
        for (const pair of node.items) {
          visit(pair.key);
          visit(pair.value);
        }
      } else if (isSeq(node)) {
        node.items.forEach(visit);
      }
    }
  }
  visit(root);
  return targets;
}
