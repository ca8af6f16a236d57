import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { faultOf } from "../registry/deps.ts";
import { install, packagesFile, repository, rows } from "./installed.ts";
import { indexesOf, skipUnreachable } from "./reachable.ts";
import { served } from "./served.ts";

/** A group no other run has: the engine keeps what Maven downloaded. */
const group = `org.example.t${randomBytes(6).toString("hex")}`;
const dependency = { group: "org.slf4j", artifact: "slf4j-api", version: "2.0.16" };

function pom(version: string): string {
  const { group: groupId, artifact, version: used } = dependency;
  return `<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>${group}</groupId><artifactId>own</artifactId><version>${version}</version>
  <properties>
    <maven.compiler.release>21</maven.compiler.release>
    <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
  </properties>
  <dependencies>
    <dependency><groupId>${groupId}</groupId><artifactId>${artifact}</artifactId><version>${used}</version></dependency>
  </dependencies>
</project>
`;
}

const program = (name: string) => `package org.example;

public class ${name} {
  public static void main(String[] arguments) throws Exception {
    var trusted = javax.net.ssl.TrustManagerFactory.getInstance("PKIX");
    trusted.init((java.security.KeyStore) null);
    var authorities = ((javax.net.ssl.X509TrustManager) trusted.getTrustManagers()[0]).getAcceptedIssuers();
    System.out.println("${name} " + ProcessHandle.current().pid() + " " + System.getProperty("javax.net.ssl.trustStore")
        + " " + authorities.length + " " + org.slf4j.Logger.class.getSimpleName());
  }
}
`;

const project = {
  "server/pom.xml": pom("1.2.3"),
  "server/src/main/java/org/example/Main.java": program("Main"),
  "server/src/main/java/org/example/Other.java": program("Other"),
};

const packages = [
  ["maven", `${group}/own`, "1.2.3"],
  ["maven", `${dependency.group}/${dependency.artifact}`, dependency.version],
];

test("a Maven project, its jar, and the same jar published are started with what they need and trust what the host trusts", {
  timeout: 300_000,
}, async ({ skip }) => {
  await skipUnreachable("java", skip);
  const deps = await repository(project);
  const own = await install("java", { context: "server", main: "org.example.Main" }, deps);
  expect(own).toMatchObject({ template: "java", user: "65532:65532" });
  const printed = /^(\w+) \d+ \/opt\/server\/authorities\.p12 (\d+) Logger\n$/;
  const [, name, authorities] = printed.exec(await own.printed()) ?? [];
  expect([name, Number(authorities) > 50]).toEqual(["Main", true]);
  expect(rows(await own.file(packagesFile))).toEqual(packages);

  const jar = await deps.engine.readImageFile(own.imageId, "/opt/server/lib/own-1.2.3.jar");
  const files = await repository({ "own-1.2.3.jar": jar ?? "" });
  const unnamed = await faultOf(install("java", { context: "own-1.2.3.jar" }, files));
  expect(unnamed.message).toContain(
    "own-1.2.3.jar names no class to start in its manifest; choose one with `main`",
  );
  expect(unnamed.message).not.toContain("Exception");

  const folder = `/${group.replaceAll(".", "/")}/own`;
  const newest = "<metadata><versioning><release>1.2.3</release></versioning></metadata>";
  const [upstream] = await indexesOf(process.env).of("maven");
  const central = await served(
    () => ({
      [`${folder}/maven-metadata.xml`]: newest,
      [`${folder}/1.2.3/own-1.2.3.pom`]: pom("1.2.3"),
      [`${folder}/1.2.3/own-1.2.3.jar`]: jar ?? "",
    }),
    (path) => (path.startsWith(folder) ? 404 : new URL(`${upstream}${path}`)),
  );
  const hostArguments = { MAVEN_MIRROR: central.url };
  const mirrored = { ...(await repository({})), buildNetwork: "host" as const, hostArguments };
  const published = { package: `${group}:own`, main: "org.example.Other" };
  const other = await install("java", published, mirrored);
  expect(await other.printed()).toMatch(/^Other /);
  expect(rows(await other.file(packagesFile))).toEqual(packages);

  const missing = await faultOf(install("java", { ...published, version: "9.9.9" }, mirrored));
  expect(missing.code).toBe("IMAGE_BUILD_FAILED");
  expect(missing.message).toContain(`${group}:own:jar:9.9.9`);
  expect(missing.message).not.toMatch(/^\s+at /m);
});

test("F17 code that does not compile, and a folder without a project, fail in plain words", {
  timeout: 120_000,
}, async ({ skip }) => {
  await skipUnreachable("java", skip);
  const deps = await repository({
    ...project,
    "server/src/main/java/org/example/Other.java":
      "package org.example;\n\nclass Other {\n  int x = y;\n}\n",
    "empty/notes.txt": "",
  });
  const broken = await faultOf(install("java", { context: "server" }, deps));
  expect(broken.message).toContain("Other.java:[4,11] cannot find symbol");
  const empty = await faultOf(install("java", { context: "empty" }, deps));
  expect(empty.message).toContain("context is neither a jar nor a folder with a pom.xml");
});
