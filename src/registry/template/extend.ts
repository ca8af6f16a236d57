type Written = Readonly<Record<string, unknown>>;

/** A template's words with those of the one it extends under them: maps are merged, all else is its own. */
export function extended(own: Written, parent: Written): Written {
  const { extends: _, name: __, ...inherited } = parent;
  const merged = mergedMaps(own, withoutOtherStart(inherited, own));
  const parameters = merged["parameters"];
  return isMap(parameters)
    ? { ...merged, parameters: withFittingRequired(parameters, own["parameters"]) }
    : merged;
}

/** An image, a build or a URL: one that says what is started does not inherit another. */
function withoutOtherStart(parent: Written, own: Written): Written {
  const { image, build, ...rest } = parent;
  const isElsewhere = isMap(own["server"]) && Object.hasOwn(own["server"], "url");
  return {
    ...rest,
    ...(image !== undefined && own["build"] === undefined && !isElsewhere ? { image } : {}),
    ...(build !== undefined && own["image"] === undefined && !isElsewhere ? { build } : {}),
  };
}

/** A parameter that has got a default is not required any more. */
function withFittingRequired(parameters: Written, own: unknown): Written {
  const { required, properties } = parameters;
  if (!Array.isArray(required) || (isMap(own) && Object.hasOwn(own, "required"))) {
    return parameters;
  }
  const settled = (name: unknown) => {
    const parameter = isMap(properties) ? properties[String(name)] : undefined;
    return isMap(parameter) && Object.hasOwn(parameter, "default");
  };
  return { ...parameters, required: required.filter((name) => !settled(name)) };
}

function mergedMaps(own: Written, parent: Written): Written {
  const merged: Record<string, unknown> = { ...parent };
  for (const [key, value] of Object.entries(own)) {
    const below = Object.hasOwn(parent, key) ? parent[key] : undefined;
    merged[key] = isMap(value) && isMap(below) ? mergedMaps(value, below) : value;
  }
  return merged;
}

function isMap(value: unknown): value is Written {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
