import type { WithVariables } from "../yaml.ts";
import { optional, type Part } from "./part.ts";
import type { HttpTransport, NamedInput, Packaged } from "./schema.ts";
import { writtenValue } from "./written-value.ts";

/** How a package that speaks HTTP is reached in its container: the port and path of its address. */
export function httpKeys(packaged: Packaged): Part {
  const { transport } = packaged;
  if (transport.type === "stdio") {
    return { keys: {}, remarks: [] };
  }
  const kind = transport.type === "sse" ? "sse" : "http";
  const address = transport.url.replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) => valueNamed(name, packaged, transport) ?? whole,
  );
  const parsed = URL.parse(address);
  const { keys, remarks } = headerKeys(transport.headers);
  if (parsed === null || parsed.port === "") {
    return {
      keys: { transport: kind, ...keys },
      remarks: [
        ...remarks,
        `TODO the port it listens on cannot be told from ${transport.url}; give --port`,
      ],
    };
  }
  const path = parsed.pathname === "/" ? {} : { path: parsed.pathname };
  return {
    keys: { transport: kind, http: { port: Number(parsed.port), ...path }, ...keys },
    remarks,
  };
}

/** A server that runs elsewhere. */
export function remoteKeys(remote: HttpTransport): Part {
  const { url, variables, headers, type } = remote;
  const written = writtenValue("url", { value: url, variables, isRequired: true, isSecret: false });
  const rest = headerKeys(headers);
  const address =
    written.kind === "text"
      ? { keys: { url: written.text }, remarks: [] }
      : {
          keys: { url },
          remarks: [`TODO a part of ${url} is secret, and an address is shown in logs`],
        };
  return {
    keys: { ...address.keys, ...(type === "sse" ? { transport: "sse" } : {}), ...rest.keys },
    remarks: [...address.remarks, ...rest.remarks],
  };
}

/** `Authorization: Bearer {token}` is what `bearer` is for; other secrets have no header yet. */
function headerKeys(given: readonly NamedInput[]): Part {
  const headers: Record<string, string | WithVariables> = {};
  const remarks: string[] = [];
  let bearer: string | undefined;
  for (const header of given) {
    const written = writtenValue(header.name, header);
    if (written.kind === "text") {
      headers[header.name] = written.text;
    } else if (written.kind === "optional") {
      remarks.push(optional(`header ${header.name}`, header.description));
    } else if (/^authorization$/i.test(header.name) && /^bearer \{\}$/i.test(written.whole)) {
      bearer = written.name;
    } else {
      remarks.push(
        `TODO the header ${header.name} is a secret; write it under headers as a variable, it will not be masked`,
      );
    }
  }
  return {
    keys: {
      ...(Object.keys(headers).length === 0 ? {} : { headers }),
      ...(bearer === undefined ? {} : { bearer }),
    },
    remarks,
  };
}

/** What a name in braces stands for: a variable, an environment variable, or an argument by name or hint. */
function valueNamed(
  name: string,
  { environmentVariables, packageArguments }: Packaged,
  { variables }: HttpTransport,
): string | undefined {
  const plain = (text: string) => text.replace(/^-+/, "");
  const found =
    variables[name] ??
    environmentVariables.find((each) => each.name === name) ??
    packageArguments.find(
      (each) => plain(each.type === "named" ? each.name : (each.valueHint ?? "")) === plain(name),
    );
  return found?.value ?? found?.default;
}
