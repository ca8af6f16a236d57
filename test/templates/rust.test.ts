import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { faultOf } from "../registry/deps.ts";
import { crateIndex } from "./crates.ts";
import { install, packagesFile, repository, rows } from "./installed.ts";
import { skipUnreachable } from "./reachable.ts";

const program = (said: string) => `fn main() {
    let loud = if cfg!(feature = "loud") { "!" } else { "" };
    println!("${said}{loud} {}", std::process::id());
}
`;

function crate(name: string, version: string): Readonly<Record<string, string>> {
  const manifest = `[package]\nname = "${name}"\nversion = "${version}"\nedition = "2021"\nlicense = "MIT"\n`;
  return {
    "Cargo.toml": `${manifest}\n[features]\nloud = []\n`,
    "src/main.rs": program(`main ${version}`),
    "src/bin/other.rs": program("other"),
  };
}

/** A crate no other test has, in an index of the test that builds ask instead of crates.io. */
async function published() {
  const name = `server-${randomBytes(6).toString("hex")}`;
  const versions = { "1.0.0": crate(name, "1.0.0"), "1.2.3": crate(name, "1.2.3") };
  const index = await crateIndex(name, versions);
  const hostArguments = { CARGO_REGISTRIES_CRATES_IO_INDEX: `sparse+${index.url}/` };
  const deps = { ...(await repository({})), buildNetwork: "host" as const, hostArguments };
  return { name, deps };
}

test("a published crate is compiled at its version, and started directly, not as root", async ({
  skip,
}) => {
  await skipUnreachable("rust", skip);
  const { name, deps } = await published();
  const old = await install("rust", { package: name, version: "1.0.0" }, deps);
  expect(old).toMatchObject({ template: "rust", user: "65532:65532" });
  expect(await old.printed()).toMatch(/^main 1\.0\.0 \d+\n$/);
  expect(rows(await old.file(packagesFile))).toEqual([["cargo", name, "1.0.0", "MIT"]]);

  const newest = await install("rust", { package: name, bin: "other", features: "loud" }, deps);
  expect(await newest.printed()).toMatch(/^other! /);
  expect(rows(await newest.file(packagesFile))[0]).toEqual(["cargo", name, "1.2.3", "MIT"]);
});

test("F17 a crate, version or program that does not exist fails in Cargo's own words", async ({
  skip,
}) => {
  await skipUnreachable("rust", skip);
  const { name, deps } = await published();
  const missing = await faultOf(install("rust", { package: `${name}-none` }, deps));
  expect(missing.code).toBe("IMAGE_BUILD_FAILED");
  expect(missing.message).toContain(`could not find \`${name}-none\``);
  const version = await faultOf(install("rust", { package: name, version: "9.9.9" }, deps));
  expect(version.message).toContain(
    `could not find \`${name}\` in registry \`crates-io\` with version`,
  );
  const bin = await faultOf(install("rust", { package: name, bin: "none" }, deps));
  expect(bin.message).toContain("no bin target named `none`");
});

test("a crate of the repository is compiled with its own lock; of several programs one is chosen", async ({
  skip,
}) => {
  await skipUnreachable("rust", skip);
  const library = (name: string, more: string) => ({
    [`server/${name}/Cargo.toml`]: `[package]\nname = "${name}"\nversion = "0.2.0"\n${more}`,
    [`server/${name}/src/lib.rs`]: "",
  });
  const helper = `[dependencies]\nhelper = { path = "../helper" }\n`;
  const { "Cargo.toml": manifest = "", ...sources } = crate("own", "0.1.0");
  const deps = await repository({
    ...Object.fromEntries(Object.entries(sources).map(([path, text]) => [`server/${path}`, text])),
    "server/Cargo.toml": `${manifest}\n[dependencies]\nhelper = { path = "helper" }\nmiddle = { path = "middle" }\n`,
    ...library("helper", ""),
    ...library("middle", helper),
  });
  const own = await install("rust", { context: "server" }, deps);
  expect(await own.printed()).toMatch(/^main 0\.1\.0 /);
  expect(rows(await own.file(packagesFile))).toEqual([
    ["cargo", "own", "0.1.0", "MIT"],
    ["cargo", "helper", "0.2.0"],
    ["cargo", "middle", "0.2.0"],
  ]);

  const { "src/main.rs": main, ...others } = crate("own", "0.1.0");
  const without = await repository({ ...others, "src/bin/one.rs": main ?? "" });
  const several = await faultOf(install("rust", { context: "." }, without));
  expect(several.message).toContain("own has several programs; choose one with `bin`: one other");
});
