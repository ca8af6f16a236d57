import { child, itemsOf, type Tree } from "./tree.ts";

/** Where the names of a server's own secrets stand. */
export function ownSecretsOf(server: Tree): readonly Tree[] {
  return itemsOf(child(server, "secrets")).map(secretNameOf);
}

/** Where the name of a secret stands, which may have more said of it. */
export function secretNameOf(secret: Tree): Tree {
  return child(secret, "name") ?? secret;
}
