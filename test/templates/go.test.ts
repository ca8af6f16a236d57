import { expect, test } from "vitest";
import { faultOf } from "../registry/deps.ts";
import { install, packagesFile, repository, rows } from "./installed.ts";
import { skipUnreachable } from "./reachable.ts";

const program = (said: string) => `package main

import (
	"fmt"
	"os"
	"time"
)

func main() {
	zone, err := time.LoadLocation("Europe/Vienna")
	fmt.Println("${said}", os.Getuid(), os.Getpid(), zone, err)
	fmt.Println(os.Stat("/bin/sh"))
}
`;

const module = {
  "go.mod": "module example.org/own\n\ngo 1.22\n",
  "main.go": program("root"),
  "cmd/other/main.go": program("other"),
  "library/library.go": "package library\n",
};

test("a module of the repository becomes one static program, without root, shell or libraries, that knows time zones", async ({
  skip,
}) => {
  await skipUnreachable("go", skip);
  const deps = await repository(module);
  const own = await install("go", { context: "." }, deps);
  expect(own).toMatchObject({ template: "go", user: "65532:65532" });
  const printed = await own.printed();
  expect(printed).toMatch(/^root 65532 \d+ Europe\/Vienna <nil>\n/);
  expect(printed).toContain("no such file or directory");
  const [first, ...others] = rows(await own.file(packagesFile));
  expect(first?.slice(0, 2)).toEqual(["golang", "example.org/own"]);
  expect(others).toEqual([["golang", "stdlib", expect.stringMatching(/^1\.\d+/)]]);

  const other = await install("go", { context: ".", main: "./cmd/other" }, deps);
  expect(await other.printed()).toMatch(/^other /);
});

test("F17 a package without a program, and code that does not compile, fail in Go's own words", async ({
  skip,
}) => {
  await skipUnreachable("go", skip);
  const deps = await repository({
    ...module,
    "broken/main.go": "package main\n\nfunc main() { x }\n",
  });
  const library = await faultOf(install("go", { context: ".", main: "./library" }, deps));
  expect(library.code).toBe("IMAGE_BUILD_FAILED");
  expect(library.message).toContain("no main packages to build");
  const broken = await faultOf(install("go", { context: ".", main: "./broken" }, deps));
  expect(broken.message).toContain("broken/main.go:3:15: undefined: x");
});

test("F17 a Go version or package that does not exist fails in Go's own words", async ({
  skip,
}) => {
  await skipUnreachable("go", skip);
  const deps = await repository({});
  const [sdk, version] = ["github.com/modelcontextprotocol/go-sdk", "v1.8.0"];
  const hello = `${sdk}/examples/server/hello`;
  const unknown = await faultOf(install("go", { package: hello, version: "v1.999.0" }, deps));
  expect(unknown.code).toBe("IMAGE_BUILD_FAILED");
  expect(unknown.message).toContain(`go: ${hello}@v1.999.0: `);
  const missing = await faultOf(install("go", { package: `${sdk}/none`, version }, deps));
  expect(missing.message).toContain(`does not contain package ${sdk}/none`);
});
