import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { templatesFolder } from "../registry/deps.ts";
import { rows } from "./installed.ts";

/** What the SDK writes beside a program, cut to the parts that matter. */
const description = `{
  "runtimeTarget": {
    "name": ".NETCoreApp,Version=v10.0",
    "signature": ""
  },
  "targets": {
    ".NETCoreApp,Version=v10.0": {
      "Server/1.0.0": {
        "dependencies": {
          "ModelContextProtocol": "1.4.2"
        },
        "runtime": {
          "Server.dll": {}
        }
      },
      "ModelContextProtocol/1.4.2": {}
    }
  },
  "libraries": {
    "Microsoft.Extensions.Hosting/10.0.0": {
      "type": "package",
      "serviceable": true,
      "sha512": "sha512-aaaa"
    },
    "Server/1.0.0": {
      "type": "project",
      "serviceable": false,
      "sha512": ""
    },
    "ModelContextProtocol/1.4.2": {
      "type": "package",
      "serviceable": true,
      "sha512": "sha512-bbbb"
    },
    "Somewhere/2.0.0": {
      "type": "reference",
      "serviceable": false,
      "sha512": ""
    }
  }
}
`;

test("the packages of a .NET server are read from its own description, its project first", () => {
  const program = join(templatesFolder, "dotnet/list-packages.awk");
  const listed = execFileSync("awk", ["-f", program], { input: description, encoding: "utf8" });
  expect(rows(listed)).toEqual([
    ["nuget", "Server", "1.0.0"],
    ["nuget", "Microsoft.Extensions.Hosting", "10.0.0"],
    ["nuget", "ModelContextProtocol", "1.4.2"],
  ]);
});
