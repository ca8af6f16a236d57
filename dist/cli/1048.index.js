export const id = 1048;
export const ids = [1048];
export const modules = {

/***/ 74695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ holdPassingManager),
/* harmony export */   p: () => (/* binding */ holdManager)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _controller_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80822);
/* harmony import */ var _manager_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52896);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5942);
/* harmony import */ var _own_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27210);







/** A manager in this process, its record in the folder; `allow` is what servers may relax of their isolation. */
function holdManager(io, folder, allow = []) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
    return hold(io, (0,_own_run_js__WEBPACK_IMPORTED_MODULE_6__/* .ownRun */ .S)(io), folder, allow);
}
/** A manager whose record is nobody's to keep: its folder is temporary, and the caller removes it. */
function holdPassingManager(io, allow = []) {
    const ownership = (0,_own_run_js__WEBPACK_IMPORTED_MODULE_6__/* .ownRun */ .S)(io);
    const folder = (0,_controller_index_js__WEBPACK_IMPORTED_MODULE_3__/* .makeTempFolder */ .Pd)(ownership);
    return { manager: hold(io, ownership, folder, allow), folder };
}
function hold(io, ownership, folder, allow) {
    const { runId } = ownership;
    return new _manager_index_js__WEBPACK_IMPORTED_MODULE_4__/* .Manager */ .mS({
        ownership,
        recordFile: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "run.db"),
        workspace: io.cwd,
        engineEnvironment: io.environment,
        version: io.version,
        clock: io.clock,
        user: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)(),
        registry: (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_5__/* .registrySettings */ ._$)(io.environment, io.templates, io.registryMirror),
        allow,
        launchReaper: () => (0,_controller_index_js__WEBPACK_IMPORTED_MODULE_3__/* .launchReaper */ .Zo)({ ...io.reaper, runId, environment: io.environment }),
    });
}


/***/ }),

/***/ 27210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ ownRun)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _controller_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80822);


/** Labels say so long that the objects are alive; a sweep after that removes them. */
const leaseMs = 6 * 3_600_000;
/** A run of this process, by which everything it makes can be found and removed. */
function ownRun({ clock, pid }) {
    return {
        runId: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString("hex"),
        owner: (0,_controller_index_js__WEBPACK_IMPORTED_MODULE_1__/* .readOwner */ .A7)(pid),
        expiresAtMs: clock.nowMs() + leaseMs,
    };
}


/***/ }),

/***/ 5312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ shelfFor)
/* harmony export */ });
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5942);

/** The templates there are for a run file of the folder that the command runs in. */
function shelfFor({ path, text }, variables, { cwd, environment, templates }) {
    return (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_0__/* .runFileShelf */ .oJ)({ templatesFolder: templates }, { file: path, text, workspace: cwd, variables, environment });
}


/***/ }),

/***/ 8499:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U2: () => (/* reexport */ draftTool),
  Uo: () => (/* reexport */ headOf),
  aA: () => (/* reexport */ offeredNames),
  hT: () => (/* reexport */ offeredTools),
  uv: () => (/* reexport */ recordedClient),
  o1: () => (/* reexport */ recordedRunFile),
  Z1: () => (/* reexport */ runFileText),
  jL: () => (/* reexport */ scenariosOfOffer),
  iH: () => (/* reexport */ serverEntry),
  Tn: () => (/* reexport */ serverText),
  BF: () => (/* reexport */ serversOf),
  Qm: () => (/* reexport */ trialOf)
});

// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
// EXTERNAL MODULE: ./build/schema/index.js + 15 modules
var build_schema = __webpack_require__(26132);
;// CONCATENATED MODULE: ./build/draft/schema-parts.js
const mostReferences = 32;
/** The schema with its `$ref` followed, `allOf` and the first branch of `anyOf` or `oneOf` folded in. */
function flattened(schema, root) {
    let flat = isSchema(schema) ? schema : {};
    for (let round = 0; round < mostReferences; round += 1) {
        const { $ref, allOf, anyOf, oneOf, ...rest } = flat;
        const parts = [
            ...(typeof $ref === "string" ? [pointedAt($ref, root)] : []),
            ...listOf(allOf),
            ...firstUsable(listOf(anyOf)),
            ...firstUsable(listOf(oneOf)),
        ];
        if (parts.length === 0) {
            return rest;
        }
        flat = parts.filter(isSchema).reduce(merged, rest);
    }
    return {};
}
/** The value under an own key of a foreign object. */
function member(value, key) {
    return isSchema(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
function isSchema(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function numberOr(value, otherwise) {
    return typeof value === "number" && Number.isFinite(value) ? value : otherwise;
}
/** A branch that allows null only is taken when there is no other: nobody wants to try a tool with null. */
function firstUsable(branches) {
    const branch = branches.find((one) => one !== false && member(one, "type") !== "null");
    return [branch ?? branches[0]].filter((one) => one !== undefined);
}
/** `#/$defs/name` and other pointers into the same schema; anything else is somewhere we do not go. */
function pointedAt(reference, root) {
    if (!reference.startsWith("#")) {
        return undefined;
    }
    return reference
        .slice(1)
        .split("/")
        .slice(1)
        .map((token) => decoded(token).replaceAll("~1", "/").replaceAll("~0", "~"))
        .reduce((at, key) => (Array.isArray(at) ? at[Number(key)] : member(at, key)), root);
}
function decoded(token) {
    try {
        return decodeURIComponent(token);
    }
    catch {
        return token;
    }
}
const tighter = {
    minimum: Math.max,
    exclusiveMinimum: Math.max,
    minLength: Math.max,
    minItems: Math.max,
    minProperties: Math.max,
    maximum: Math.min,
    exclusiveMaximum: Math.min,
    maxLength: Math.min,
    maxItems: Math.min,
};
/** Both at once: what each demands, the narrower of two bounds, the common ones of two enums. */
function merged(a, b) {
    const all = new Map(Object.entries(a));
    for (const [key, theirs] of Object.entries(b)) {
        const ours = all.get(key);
        all.set(key, ours === undefined ? theirs : both(key, ours, theirs));
    }
    return Object.fromEntries(all);
}
function both(key, ours, theirs) {
    const bound = tighter[key];
    if (bound !== undefined && typeof ours === "number" && typeof theirs === "number") {
        return bound(ours, theirs);
    }
    switch (key) {
        case "required":
            return [...new Set([...listOf(ours), ...listOf(theirs)])];
        case "enum":
            return listOf(ours).filter((one) => listOf(theirs).includes(one));
        case "properties":
            return mergedProperties(ours, theirs);
        case "allOf":
        case "anyOf":
        case "oneOf":
            return [...listOf(ours), ...listOf(theirs)];
        case "type":
            return commonTypes(ours, theirs);
        case "$defs":
        case "default":
        case "examples":
        case "title":
        case "description":
            return ours;
        default:
            return theirs;
    }
}
function mergedProperties(ours, theirs) {
    const all = new Map(Object.entries(isSchema(ours) ? ours : {}));
    for (const [name, schema] of Object.entries(isSchema(theirs) ? theirs : {})) {
        const known = all.get(name);
        all.set(name, known === undefined ? schema : { allOf: [known, schema] });
    }
    return Object.fromEntries(all);
}
function commonTypes(ours, theirs) {
    const wanted = [theirs].flat();
    const common = [ours].flat().filter((type) => wanted.includes(type));
    return common.length === 0 ? theirs : common;
}

;// CONCATENATED MODULE: ./build/draft/number-value.js

const mostTries = 1_000;
/** A number that a schema allows, the smallest friendly one: 1 where it may be. Undefined when none was found. */
function numberValue(schema, integer, variant) {
    const step = numberOr(schema["multipleOf"], integer ? 1 : 0);
    const first = numberOr(schema["minimum"], numberOr(schema["exclusiveMinimum"], 1));
    const last = numberOr(schema["maximum"], numberOr(schema["exclusiveMaximum"], Infinity));
    const from = schema["minimum"] === undefined && first > last ? last : first;
    const fits = (value) => allowed(value, schema, integer);
    let skip = variant;
    for (const value of candidates(from, last, step)) {
        if (fits(value) && skip-- <= 0) {
            return value === 0 ? 0 : value;
        }
    }
    return undefined;
}
function* candidates(from, last, step) {
    if (from <= 1 && last >= 1) {
        yield* upwards(1, step);
    }
    yield* upwards(from, step);
    yield* upwards(last, -step);
    if (Number.isFinite(last)) {
        // Between two exclusive bounds that lie close together.
        for (let parts = 2; parts < 64; parts += 1) {
            yield from + (last - from) / parts;
        }
    }
}
function* upwards(start, step) {
    if (!Number.isFinite(start)) {
        return;
    }
    if (step === 0) {
        yield start;
        for (let count = 1; count < 64; count += 1) {
            yield start + count;
        }
        return;
    }
    const size = Math.abs(step);
    const begin = step > 0 ? Math.ceil(start / size) : Math.floor(start / size);
    for (let count = 0; count < mostTries; count += 1) {
        yield (begin + Math.sign(step) * count) * size;
    }
}
function allowed(value, schema, integer) {
    const bound = (key, otherwise) => numberOr(schema[key], otherwise);
    const multiple = numberOr(schema["multipleOf"], 0);
    return ((!integer || Number.isInteger(value)) &&
        value >= bound("minimum", -Infinity) &&
        value > bound("exclusiveMinimum", -Infinity) &&
        value <= bound("maximum", Infinity) &&
        value < bound("exclusiveMaximum", Infinity) &&
        (multiple === 0 || Number.isInteger(value / multiple)));
}

;// CONCATENATED MODULE: ./build/draft/pattern-value.js
const longest = 10_000;
/**
 * A text that a regular expression matches, of a length within [min, max]; undefined when the pattern has something
 * that we do not write out (look-around, references, properties).
 *
 * The pattern is only read, never run: it is a server's, and may be one that takes for ever.
 */
function textMatching(pattern, min, max, variant) {
    try {
        const state = { text: pattern, at: 0, depth: 0 };
        const part = alternatives(state);
        return state.at === pattern.length ? longEnough(part, min, max, variant) : undefined;
    }
    catch (error) {
        if (error instanceof Unwritable) {
            return undefined;
        }
        throw error;
    }
}
function longEnough(part, min, max, variant) {
    for (let extra = 0, before = -1;; extra += 1) {
        const text = part({ extra, variant });
        if (text.length >= min && text.length <= max) {
            return text;
        }
        // One repetition is written out even where none is demanded, so the first step may not grow.
        if (text.length > Math.min(max, longest) || (extra > 1 && text.length === before)) {
            return undefined;
        }
        before = text.length;
    }
}
/** Ends the reading of a pattern that we do not write out. */
class Unwritable extends Error {
}
function alternatives(state) {
    const branches = [sequence(state)];
    while (state.text[state.at] === "|") {
        state.at += 1;
        branches.push(sequence(state));
    }
    return (amount) => branches[amount.variant % branches.length]?.(amount) ?? "";
}
function sequence(state) {
    const parts = [];
    while (state.at < state.text.length && !"|)".includes(state.text[state.at] ?? "")) {
        parts.push(repeated(atom(state), state));
    }
    return (amount) => parts.map((part) => part(amount)).join("");
}
function atom(state) {
    const character = state.text[state.at] ?? "";
    state.at += 1;
    switch (character) {
        case "^":
        case "$":
            return () => "";
        case ".":
            return () => "a";
        case "(":
            return group(state);
        case "[":
            return oneOf(characterClass(state));
        case "\\":
            return escaped(state);
        case "*":
        case "+":
        case "?":
        case "{":
            throw new Unwritable();
        default:
            return () => character;
    }
}
function group(state) {
    const opening = /^(?:\?:|\?<[A-Za-z_]\w*>)/.exec(state.text.slice(state.at, state.at + 80));
    if (opening === null && state.text[state.at] === "?") {
        throw new Unwritable();
    }
    state.at += opening?.[0].length ?? 0;
    state.depth += 1;
    if (state.depth > 50) {
        throw new Unwritable();
    }
    const inner = alternatives(state);
    if (state.text[state.at] !== ")") {
        throw new Unwritable();
    }
    state.at += 1;
    state.depth -= 1;
    return inner;
}
const lower = "abcdefghijklmnopqrstuvwxyz".split("");
const digits = "1234567890".split("");
const classes = {
    d: digits,
    w: [...lower, ...digits, "_"],
    s: [" "],
    D: lower,
    W: ["-", " "],
    S: lower,
};
const controls = { n: "\n", t: "\t", r: "\r", f: "\f", v: "\v" };
function escaped(state) {
    const letter = state.text[state.at] ?? "";
    state.at += 1;
    const known = classes[letter];
    if (known !== undefined) {
        return oneOf(known);
    }
    if (letter === "b") {
        return () => "";
    }
    const text = literal(letter, state);
    return () => text;
}
function literal(letter, state) {
    const code = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]{1,6})\})/.exec(letter + state.text.slice(state.at, state.at + 8));
    if (code !== null) {
        state.at += code[0].length - 1;
        return String.fromCodePoint(Number.parseInt(code[1] ?? code[2] ?? code[3] ?? "61", 16));
    }
    if (/[A-Za-z0-9]/.test(letter) && controls[letter] === undefined) {
        throw new Unwritable();
    }
    return controls[letter] ?? letter;
}
function characterClass(state) {
    const negated = state.text[state.at] === "^";
    state.at += negated ? 1 : 0;
    const members = [];
    while (state.text[state.at] !== "]") {
        if (state.at >= state.text.length) {
            throw new Unwritable();
        }
        const first = classMember(state);
        const range = state.text[state.at] === "-" && state.text[state.at + 1] !== "]";
        if (!range || first.length !== 1) {
            members.push(...first);
            continue;
        }
        state.at += 1;
        members.push(...span(first[0] ?? "", classMember(state)[0] ?? ""));
    }
    state.at += 1;
    return negated
        ? [...lower, ...digits, " ", "-", "~"].filter((one) => !members.includes(one))
        : members;
}
function classMember(state) {
    const character = String.fromCodePoint(state.text.codePointAt(state.at) ?? 0);
    state.at += character.length;
    if (character !== "\\") {
        return [character];
    }
    const letter = state.text[state.at] ?? "";
    state.at += 1;
    return classes[letter] ?? [letter === "b" ? "\b" : literal(letter, state)];
}
/** Of a range, as many as a class may need to differ by. */
function span(from, to) {
    const start = from.codePointAt(0) ?? 0;
    const end = Math.min(to.codePointAt(0) ?? 0, start + 127);
    return Array.from({ length: Math.max(0, end - start + 1) }, (_, index) => String.fromCodePoint(start + index));
}
function oneOf(characters) {
    if (characters.length === 0) {
        throw new Unwritable();
    }
    return ({ variant }) => characters[variant % characters.length] ?? "";
}
function repeated(part, state) {
    const sign = /^(?:[*+?]|\{(\d{1,5})(,(\d{0,5}))?\})\??/.exec(state.text.slice(state.at, state.at + 16));
    if (sign === null) {
        return part;
    }
    state.at += sign[0].length;
    const [written, least] = sign;
    const min = Number(least ?? (written.startsWith("+") ? 1 : 0));
    const open = sign[2] === undefined ? min : Number(sign[3] || Infinity);
    const max = "*+".includes(written[0] ?? "") ? Infinity : written.startsWith("?") ? 1 : open;
    return (amount) => {
        const times = Math.min(Math.max(min + amount.extra, Math.min(1, max)), max, longest);
        const once = part(amount);
        if (once.length * times > longest) {
            throw new Unwritable();
        }
        return once.repeat(times);
    };
}

;// CONCATENATED MODULE: ./build/draft/string-value.js


/** Addresses and names are those that the registries keep for examples. */
const formats = {
    "date-time": (n) => `2026-01-${day(n)}T00:00:00Z`,
    date: (n) => `2026-01-${day(n)}`,
    time: (n) => `12:00:${day(n)}Z`,
    duration: (n) => `P${n + 1}D`,
    email: (n) => `user${n || ""}@example.com`,
    "idn-email": (n) => `user${n || ""}@example.com`,
    hostname: (n) => `${n === 0 ? "" : `host${n}.`}example.com`,
    "idn-hostname": (n) => `${n === 0 ? "" : `host${n}.`}example.com`,
    ipv4: (n) => `192.0.2.${(n % 254) + 1}`,
    ipv6: (n) => `2001:db8::${(n + 1).toString(16)}`,
    uri: (n) => `https://example.com/${n || ""}`,
    url: (n) => `https://example.com/${n || ""}`,
    iri: (n) => `https://example.com/${n || ""}`,
    "uri-reference": (n) => `/path${n || ""}`,
    "iri-reference": (n) => `/path${n || ""}`,
    "uri-template": (n) => `https://example.com/${n}/{id}`,
    uuid: (n) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`,
    "json-pointer": (n) => `/${n}`,
    "relative-json-pointer": (n) => String(n),
    regex: (n) => `^text${n || ""}$`,
    byte: (n) => Buffer.from(`text${n || ""}`).toString("base64"),
};
const string_value_longest = 10_000;
/** A text that a schema allows, as far as it can be said without running its pattern. */
function stringValue(schema, variant) {
    const min = Math.max(0, numberOr(schema["minLength"], 0));
    const max = numberOr(schema["maxLength"], Infinity);
    const { pattern, format } = schema;
    if (typeof pattern === "string") {
        const text = textMatching(pattern, min, max, variant);
        return text === undefined
            ? { text: sized(variant, min, max), note: `must match ${pattern}` }
            : { text, note: `made up to match ${pattern}` };
    }
    const make = typeof format === "string" && Object.hasOwn(formats, format) ? formats[format] : undefined;
    if (make !== undefined) {
        const text = make(variant);
        const fits = text.length >= min && text.length <= max;
        return { text, note: fits ? null : `must have ${String(min)} to ${String(max)} characters` };
    }
    const note = typeof format === "string" ? `must be a text of the format ${format}` : null;
    return {
        text: sized(variant, min, max),
        note: min > string_value_longest ? `must have ${min} characters` : note,
    };
}
function sized(variant, min, max) {
    const base = variant === 0 ? "text" : `text${variant}`;
    const long = min > base.length ? base.padStart(Math.min(min, string_value_longest), "text ") : base;
    // The end is what differs from variant to variant.
    return long.length > max ? long.slice(long.length - max) : long;
}
function day(variant) {
    return String((variant % 28) + 1).padStart(2, "0");
}

;// CONCATENATED MODULE: ./build/draft/values.js



const deepest = 12;
const mostItems = 100;
/**
 * Makes up a value that a JSON Schema allows: the schema's own default or example where it gives one, else the
 * plainest value of its type, with no more properties than are required.
 *
 * Of alternatives the first is taken. What cannot be satisfied by construction (`not`, `if`, odd patterns) has to be
 * found out by validating the value.
 */
function madeUp(schema) {
    const notes = [];
    const value = make(schema, "", 0, 0);
    return { value, notes };
    function make(given, at, depth, variant) {
        const flat = flattened(given, schema);
        const ready = ownValue(flat, variant);
        if (ready !== undefined) {
            return ready.value;
        }
        if (depth > deepest) {
            notes.push({ at, text: "the schema goes deeper than this" });
            return null;
        }
        switch (typeOf(flat)) {
            case "string": {
                const { text, note } = stringValue(flat, variant);
                if (note !== null) {
                    notes.push({ at, text: note });
                }
                return text;
            }
            case "integer":
            case "number":
                return number(flat, at, variant);
            case "boolean":
                return variant % 2 === 0;
            case "null":
                return null;
            case "array":
                return array(flat, at, depth, variant);
            default:
                return object(flat, at, depth, variant);
        }
    }
    function number(flat, at, variant) {
        const found = numberValue(flat, typeOf(flat) === "integer", variant);
        if (found === undefined) {
            notes.push({ at, text: "no number was found that satisfies the schema" });
        }
        return found ?? 0;
    }
    function array(flat, at, depth, variant) {
        const { items, prefixItems } = flat;
        const first = listOf(prefixItems ?? (Array.isArray(items) ? items : undefined));
        const rest = Array.isArray(items) ? flat["additionalItems"] : items;
        const max = numberOr(flat["maxItems"], Infinity);
        const min = Math.max(numberOr(flat["minItems"], 0), flat["contains"] === undefined ? 0 : 1);
        // An empty list is a poor example; one element shows what is meant.
        const wanted = Math.max(min, first.length, rest === false || depth >= 6 ? 0 : 1);
        const length = Math.min(wanted, max, mostItems, rest === false ? first.length : Infinity);
        if (min > mostItems) {
            notes.push({ at, text: `must have ${min} elements` });
        }
        const differ = flat["uniqueItems"] === true;
        return Array.from({ length }, (_, index) => {
            const schemaOfItem = first[index] ?? flat["contains"] ?? rest ?? { type: "string" };
            const element = index < first.length || !differ ? variant : variant + index;
            return make(schemaOfItem, `${at}[${index}]`, depth + 1, element);
        });
    }
    function object(flat, at, depth, variant) {
        const properties = isSchema(flat["properties"]) ? flat["properties"] : {};
        const names = new Set(listOf(flat["required"]).filter((name) => typeof name === "string"));
        const min = numberOr(flat["minProperties"], 0);
        for (const name of Object.keys(properties)) {
            if (names.size < min && properties[name] !== false) {
                names.add(name);
            }
        }
        for (let count = names.size; count < min && count < mostItems; count += 1) {
            names.add(`key${count + 1}`);
        }
        const extra = flat["additionalProperties"];
        // fromEntries makes own properties, also of a name such as __proto__.
        return Object.fromEntries([...names].map((name) => {
            const below = member(properties, name) ?? (isSchema(extra) ? extra : { type: "string" });
            return [name, make(below, at === "" ? name : `${at}.${name}`, depth + 1, variant)];
        }));
    }
}
/** What the schema itself says a value could be. */
function ownValue(flat, variant) {
    if (Object.hasOwn(flat, "const")) {
        return { value: flat["const"] };
    }
    const options = listOf(flat["enum"]);
    if (options.length > 0) {
        const usual = flat["default"];
        const at = variant === 0 && options.includes(usual) ? options.indexOf(usual) : variant;
        return { value: options[at % options.length] };
    }
    const examples = listOf(flat["examples"]);
    if (variant < examples.length) {
        return { value: examples[variant] };
    }
    return variant === 0 && Object.hasOwn(flat, "default") && flat["default"] !== null
        ? { value: flat["default"] }
        : undefined;
}
/** The type a value is made of; where the schema names none, what its keywords speak of. */
function typeOf(flat) {
    const types = [flat["type"]].flat().filter((type) => typeof type === "string");
    const named = types.find((type) => type !== "null") ?? types[0];
    if (named !== undefined) {
        return named;
    }
    const has = (...keys) => keys.some((key) => Object.hasOwn(flat, key));
    if (has("properties", "required", "additionalProperties", "minProperties")) {
        return "object";
    }
    if (has("items", "prefixItems", "minItems", "contains", "uniqueItems")) {
        return "array";
    }
    return has("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
        ? "number"
        : "string";
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/draft/yaml.js

const parts = Symbol("parts");
function withVariables(text) {
    return { [parts]: text };
}
/** A variable with what to say when it is not set; what would end the expression is left out of the message. */
function variableText(name, message) {
    return {
        name,
        message: message
            .replace(/[^\p{L}\p{N}.,:;'()/+-]+/gu, " ")
            .trim()
            .slice(0, 120),
    };
}
/** Braces that a run file may fill in when the step is done. */
const braces = /\{\{[^{}]*\}\}/;
/** Keys that a run file does not take, whatever they are meant for. */
const refusedKeys = new Set(["__proto__", "constructor", "prototype", "<<"]);
const widest = 96;
const yaml_deepest = 50;
/**
 * A JSON value as YAML that reads back as the same value in a run file: `$` doubled where it would be filled in.
 *
 * One line where it is short, else several, of which none is indented more than YAML needs.
 */
function yamlLines(value) {
    const [line, ...more] = written(value, "flow");
    return more.length === 0 && line !== undefined && line.length <= widest
        ? [line]
        : written(value, "block");
}
/** Why a value cannot stand in a run file; undefined when it can. */
function unwritable(value, depth = 0) {
    if (depth > yaml_deepest) {
        return `it is nested deeper than ${yaml_deepest} levels`;
    }
    if (typeof value === "string") {
        const found = braces.exec(value);
        return found === null ? undefined : `${found[0]} in it would be filled in`;
    }
    if (typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value)) {
        return `${value} in it is beyond the whole numbers that can be held exactly`;
    }
    if (typeof value !== "object" || value === null) {
        return undefined;
    }
    const refused = Object.keys(value).find((key) => refusedKeys.has(key));
    return refused === undefined
        ? Object.values(value)
            .map((member) => unwritable(member, depth + 1))
            .find((reason) => reason !== undefined)
        : `it has the key ${refused}, which a run file does not take`;
}
function written(value, collectionStyle) {
    const text = (0,dist.stringify)(undollared(value), {
        collectionStyle,
        // Whatever a server named, a line of ours is one line: no folding, no block texts.
        lineWidth: 0,
        blockQuote: false,
        singleQuote: false,
        aliasDuplicateObjects: false,
        doubleQuotedMinMultiLineLength: 1_000_000,
    });
    return text.trimEnd().split("\n");
}
/** In a run file `${` begins a variable and `$$` stands for `$`. Keys are taken as they are. */
function undollared(value) {
    if (typeof value === "string") {
        return value.replace(/\$(?=[${])/g, "$$$$");
    }
    if (Array.isArray(value)) {
        return value.map(undollared);
    }
    if (isWithVariables(value)) {
        // Every $ is doubled: one at the end of a part would else meet what the next begins with.
        return value[parts]
            .map((part) => typeof part === "string"
            ? part.replaceAll("$", "$$$$")
            : `\${${part.name}:?${part.message}}`)
            .join("");
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(Object.entries(value).map(([key, below]) => [key, undollared(below)]))
        : value;
}
function isWithVariables(value) {
    return typeof value === "object" && value !== null && parts in value;
}

;// CONCATENATED MODULE: ./build/draft/from-offer.js





/**
 * Decides with what a tool is called, and whether it may be. Of an external server, which is not isolated and not ours,
 * only a tool that says that it only reads may.
 */
async function draftTool(tool, external) {
    const { value, notes } = madeUp(tool.inputSchema ?? { type: "object" });
    const isMap = typeof value === "object" && value !== null && !Array.isArray(value);
    const problem = isMap
        ? (unwritable(value) ?? (await schemaProblem(tool.inputSchema, value)))
        : "its input schema asks for something that is not an object";
    const comments = [
        ...notes.map(({ at, text }) => `TODO ${at === "" ? "arguments" : at}: ${text}`),
        ...(problem === undefined ? [] : [`TODO the arguments: ${problem}`]),
    ];
    const drafted = { tool, arguments: isMap ? value : {}, comments };
    if (isMap && unwritable(value) !== undefined) {
        return { ...drafted, arguments: {}, out: "its arguments cannot be written down here" };
    }
    if (tool.destructive) {
        return { ...drafted, out: "the tool says that it destroys things (destructiveHint)" };
    }
    return external && !tool.readOnly
        ? { ...drafted, out: "the tool does not say that it only reads, and this server is a real one" }
        : drafted;
}
/** What the input schema says against the values; they were made with care, but not every schema can be followed. */
async function schemaProblem(schema, value) {
    const compiled = await (0,build_schema/* compileSchema */.Fc)(schema);
    switch (compiled.kind) {
        case "compiled": {
            const [problem] = problemsOf(() => compiled.validate(value));
            return problem;
        }
        case "invalid":
            return `the input schema is none: ${compiled.problem.pointer} ${compiled.problem.message}`;
        case "unsupported":
            return `nobody checked them: the input schema ${compiled.reason}`;
    }
}
function problemsOf(validate) {
    try {
        return validate().map(({ pointer, message }) => `${pointer} ${message}`.trim());
    }
    catch (thrown) {
        return [`nobody checked them: ${(0,fault/* asFault */.Ps)(thrown).message}`];
    }
}
/** One scenario for what is offered as a whole, and one per tool. `trials` stand in the order of the tools. */
function scenariosOfOffer(offer, drafted, trials) {
    return [offerScenario(offer), ...drafted.map((tool, index) => toolScenario(tool, trials[index]))];
}
function offerScenario(offer) {
    const names = offer.tools.map(({ name }) => name);
    const tools = {
        comments: [],
        keys: {
            list: "tools",
            // Of one value the path gives that value, of none nothing.
            expect: names.length === 0
                ? { "$.tools": { equals: [] } }
                : { "$.tools[*].name": { equals: names.length === 1 ? names[0] : names } },
        },
    };
    const lists = [
        ["resources", "resources", offer.resources],
        ["resource_templates", "resourceTemplates", offer.resourceTemplates],
        ["prompts", "prompts", offer.prompts],
    ];
    const writable = names.every((name) => unwritable(name) === undefined);
    return {
        name: "what the server offers",
        comments: [],
        steps: [
            { comments: [], keys: { ping: null } },
            ...(writable ? [tools] : [{ comments: [], keys: { list: "tools" } }]),
            ...lists.flatMap(([kind, key, offered]) => (offered === null ? [] : listTwice(kind, key))),
        ],
    };
}
/** The same list twice: what clients keep of it must still hold when they ask again. */
function listTwice(kind, key) {
    return [
        { comments: [], keys: { list: kind, capture: { [kind]: `$.${key}` } } },
        {
            comments: ["The same again: a list that changes by itself is of little use to a client."],
            keys: { list: kind, expect: { [`$.${key}`]: { equals: `{{ ${kind} }}` } } },
        },
    ];
}
function toolScenario(drafted, trial) {
    const { tool, comments } = drafted;
    const { expect, remark, out = drafted.out } = expectationOf(trial);
    const hasArguments = isSchema(drafted.arguments) && Object.keys(drafted.arguments).length > 0;
    const step = {
        comments: [...comments, ...remark],
        keys: {
            call: tool.name,
            ...(hasArguments ? { with: drafted.arguments } : {}),
            ...(tool.asTask ? { task: true } : {}),
            expect,
        },
    };
    const nameless = unwritable(tool.name) === undefined ? out : "its name would be filled in";
    return {
        name: tool.name,
        comments: [],
        steps: [step],
        ...(nameless === undefined ? {} : { out: nameless }),
    };
}
function expectationOf(trial) {
    if (trial === undefined) {
        return { expect: { is_error: false }, remark: [] };
    }
    switch (trial.kind) {
        case "answered":
            return trial.isError
                ? {
                    expect: { is_error: true },
                    remark: [
                        `TODO give values that work and expect is_error: false. With these it said: ${trial.text}`,
                    ],
                }
                : { expect: { is_error: false }, remark: [] };
        case "refused":
            return {
                expect: { error: { code: trial.code } },
                remark: [`TODO give values that work. With these it said: ${trial.text}`],
            };
        case "unanswered":
            return { expect: { is_error: false }, remark: [], out: trial.text };
    }
}

;// CONCATENATED MODULE: ./build/draft/offer.js

function offeredTools(listed) {
    return listOf(member(listed, "tools")).flatMap((tool) => {
        const name = member(tool, "name");
        if (!isSchema(tool) || typeof name !== "string" || name === "") {
            return [];
        }
        const hint = (key) => member(member(tool, "annotations"), key) === true;
        const readOnly = hint("readOnlyHint");
        return [
            {
                name,
                inputSchema: member(tool, "inputSchema"),
                readOnly,
                destructive: hint("destructiveHint") && !readOnly,
                asTask: member(member(tool, "execution"), "taskSupport") === "required",
            },
        ];
    });
}
/** The names or URIs of a list, in the order given. */
function offeredNames(listed, key, identity) {
    return listOf(member(listed, key))
        .map((one) => member(one, identity))
        .filter((name) => typeof name === "string");
}

;// CONCATENATED MODULE: ./build/draft/stable.js
/** What differs from run to run in the texts of servers, and how a regular expression says "any of it". */
const stable_volatile = [
    [
        /(?<![0-9a-f])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi,
        "[0-9a-fA-F-]{36}",
    ],
    [
        /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g,
        "[-0-9]{10}[T ][0-9:.]{5,}(?:Z|[+-][0-9:]{4,6})?",
    ],
    [/\d{4}-\d\d-\d\d/g, "[0-9]{4}-[0-9]{2}-[0-9]{2}"],
    [/\b\d\d:\d\d:\d\d(?:\.\d+)?\b/g, "[0-9:.]{8,}"],
    // Milliseconds and seconds since 1970, of the years 2017 to 2033.
    [/\b1[5-9]\d{8}(?:\d{3})?\b/g, "[0-9]{10,13}"],
    [/\b\d+(?:\.\d+)? ?(?:ms|µs|seconds?)\b/g, "[0-9.]+ ?(?:ms|µs|seconds?)"],
    [/\b(?:[0-9a-f]{64}|[0-9a-f]{40}|[0-9a-f]{32})\b/g, "[0-9a-f]{32,64}"],
    // What a secret was replaced by.
    [/\*{3}/g, ".*"],
];
const stable_longest = 200;
/** The predicate that a text satisfies today and, as far as can be seen, tomorrow. */
function textPredicate(text) {
    if (text.length > stable_longest || /[\n\r]/.test(text)) {
        const line = text
            .split(/[\n\r]+/)
            .map((one) => one.trim().slice(0, stable_longest))
            .find((one) => one.length >= 3 && masked(one) === undefined);
        return line === undefined ? { matches: "." } : { contains: whole(line) };
    }
    const pattern = masked(text);
    return pattern === undefined ? { equals: text } : { matches: `^${pattern}$` };
}
/** Whether something in the value is likely to differ the next time. */
function isVolatile(value) {
    return masked(JSON.stringify(value) ?? "") !== undefined;
}
/** The text as a regular expression with every volatile part masked; undefined when there is none. */
function masked(text) {
    const spans = spansOf(text);
    if (spans.length === 0) {
        return undefined;
    }
    let pattern = "";
    let done = 0;
    for (const { from, to, any } of spans) {
        pattern += stable_escaped(text.slice(done, from)) + any;
        done = to;
    }
    return pattern + stable_escaped(text.slice(done));
}
/** Without overlaps; what stands first in the table goes first. */
function spansOf(text) {
    const spans = [];
    for (const [pattern, any] of stable_volatile) {
        for (const match of text.matchAll(pattern)) {
            const from = match.index;
            const to = from + match[0].length;
            if (!spans.some((span) => from < span.to && span.from < to)) {
                spans.push({ from, to, any });
            }
        }
    }
    return spans.sort((a, b) => a.from - b.from);
}
function stable_escaped(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
/** A cut may have halved a character. */
function whole(text) {
    return text.replace(/[\uD800-\uDBFF]$/, "").trimEnd();
}

;// CONCATENATED MODULE: ./build/draft/answer-expectations.js


const mostBytes = 2_000;
/** Where the entries of a list stand, and by what they are told apart. */
const lists = {
    "tools/list": ["tools", "name"],
    "resources/list": ["resources", "uri"],
    "resources/templates/list": ["resourceTemplates", "uriTemplate"],
    "prompts/list": ["prompts", "name"],
};
/** What a step expects when its request was answered so. */
function expectationsOf(method, answer) {
    if ("error" in answer) {
        const code = member(answer.error, "code");
        return { error: typeof code === "number" ? { code } : true };
    }
    const { result } = answer;
    switch (method) {
        case "tools/call":
            return ofCall(result);
        case "resources/read":
            return ofContents(listOf(member(result, "contents")));
        case "prompts/get":
            return ofMessages(listOf(member(result, "messages")));
        case "completion/complete":
            return ofValue("$.completion.values", member(member(result, "completion"), "values"));
        default: {
            const list = lists[method];
            return list === undefined ? { error: false } : ofList(list, result);
        }
    }
}
function ofCall(result) {
    const content = listOf(member(result, "content"));
    const texts = content
        .filter((block) => member(block, "type") === "text")
        .map((block) => member(block, "text"))
        .filter((text) => typeof text === "string");
    const others = content.flatMap((block, index) => {
        const type = member(block, "type");
        return type === "text" || typeof type !== "string"
            ? []
            : [
                [`$.content[${index}].type`, type],
                ...entryOf(`$.content[${index}].mimeType`, member(block, "mimeType")),
            ];
    });
    return {
        is_error: member(result, "isError") === true,
        ...(texts.length === 0 ? {} : { text: textPredicate(texts.join("\n")) }),
        ...Object.fromEntries(others.slice(0, 10)),
        ...ofValue("structured", member(result, "structuredContent")),
    };
}
function ofContents(contents) {
    const [first] = contents;
    const text = member(first, "text");
    return {
        "$.contents[0].uri": { exists: true },
        ...Object.fromEntries(entryOf("$.contents[0].mimeType", member(first, "mimeType"))),
        ...(typeof text === "string" ? { "$.contents[0].text": textPredicate(text) } : {}),
    };
}
function ofMessages(messages) {
    return Object.fromEntries(messages.slice(0, 5).flatMap((message, index) => {
        const text = member(member(message, "content"), "text");
        const place = `$.messages[${index}]`;
        return [
            ...entryOf(`${place}.role`, member(message, "role")),
            ...(typeof text === "string" ? [textEntry(`${place}.content.text`, text)] : []),
        ];
    }));
}
function ofList([key, identity], result) {
    const names = listOf(member(result, key)).map((entry) => member(entry, identity));
    if (names.length === 0) {
        return { [`$.${key}`]: { equals: [] } };
    }
    // Of one value the path gives that value itself.
    return ofValue(`$.${key}[*].${identity}`, names.length === 1 ? names[0] : names);
}
function ofValue(place, value) {
    if (value === undefined) {
        return {};
    }
    const isLong = JSON.stringify(value).length > mostBytes;
    if (isLong || isVolatile(value)) {
        return { [place]: { type: kindOf(value) } };
    }
    return { [place]: { equals: value } };
}
function kindOf(value) {
    return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}
function textEntry(place, text) {
    return [place, textPredicate(text)];
}
function entryOf(place, value) {
    return typeof value === "string" ? [[place, value]] : [];
}

;// CONCATENATED MODULE: ./build/draft/wire-exchange.js

/**
 * What was said over one wire, in the order it was sent, each request with its answer. What we have sent of our own
 * accord (the handshake, lists to judge by) is left out.
 */
function exchangesOf(rows) {
    const exchanges = [];
    const open = new Map();
    for (const { direction, own, text, truncated } of rows) {
        const message = parsed(text);
        const method = member(message, "method");
        if (message === undefined) {
            if (direction === "sent") {
                exchanges.push(remark(`a message was sent here that ${truncated ? "is too long to repeat" : "is no JSON object"}`));
            }
        }
        else if (direction === "received") {
            take(message, method);
        }
        else if (own) {
            // A new session counts its ids anew.
            open.delete(member(message, "id"));
        }
        else if (typeof method === "string") {
            send(message, method);
        }
    }
    return exchanges;
    function send(message, method) {
        const params = withoutMeta(member(message, "params"));
        const id = member(message, "id");
        if (id === undefined) {
            exchanges.push({ kind: "notification", method, params });
            return;
        }
        open.set(id, exchanges.length);
        exchanges.push({ kind: "request", method, params, answer: undefined });
    }
    function take(message, method) {
        const id = member(message, "id");
        if (typeof method === "string") {
            if (id !== undefined) {
                exchanges.push(remark(`the server asked for ${method} here`));
            }
            return;
        }
        const at = open.get(id);
        const asked = at === undefined ? undefined : exchanges[at];
        if (at === undefined || asked?.kind !== "request") {
            return;
        }
        open.delete(id);
        const error = member(message, "error");
        const answer = isSchema(error) ? { error } : { result: member(message, "result") };
        exchanges[at] = { ...asked, answer };
    }
}
/** `_meta` of the modern revisions says what the session says anyway; a progress token is of one session only. */
function withoutMeta(params) {
    if (!isSchema(params)) {
        return {};
    }
    const { _meta, ...rest } = params;
    return rest;
}
function remark(text) {
    return { kind: "remark", text };
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return isSchema(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/draft/from-wire.js




const kinds = {
    "tools/list": "tools",
    "resources/list": "resources",
    "resources/templates/list": "resource_templates",
    "prompts/list": "prompts",
};
/** What was said to a server, as a scenario that says it again and expects the same; undefined when nothing was. */
function scenarioOfWire(server, rows) {
    const remarks = [];
    const steps = [];
    for (const exchange of joinedPages(exchangesOf(rows))) {
        if (exchange.kind === "remark") {
            remarks.push(`TODO ${exchange.text}`);
            continue;
        }
        const keys = keysOf(exchange);
        const problem = unwritable(keys);
        if (problem !== undefined) {
            remarks.push(`TODO ${exchange.method} was sent here; it cannot be a step: ${problem}`);
            continue;
        }
        const unanswered = exchange.kind === "request" && exchange.answer === undefined;
        const comments = unanswered ? ["TODO this was not answered when it was recorded"] : [];
        steps.push({ comments: [...remarks.splice(0), ...comments], keys });
    }
    const name = `recorded from ${server}`;
    return steps.length === 0 ? undefined : { name, server, comments: remarks, steps };
}
/** Pages asked for one after the other are one list. */
function joinedPages(exchanges) {
    const joined = [];
    for (const exchange of exchanges) {
        const before = joined.at(-1);
        const next = exchange.kind === "request" && before?.kind === "request"
            ? page(before, exchange)
            : undefined;
        if (next === undefined) {
            joined.push(exchange);
        }
        else {
            joined[joined.length - 1] = next;
        }
    }
    return joined;
}
function page(before, after) {
    const [was, is] = [resultOf(before), resultOf(after)];
    const cursor = after.params["cursor"];
    if (kinds[after.method] === undefined ||
        before.method !== after.method ||
        typeof cursor !== "string" ||
        was?.["nextCursor"] !== cursor ||
        is === undefined) {
        return undefined;
    }
    const all = Object.entries(is).map(([key, value]) => {
        const earlier = was[key];
        return [key, Array.isArray(value) ? [...listOf(earlier), ...listOf(value)] : value];
    });
    return { ...before, answer: { result: Object.fromEntries(all) } };
}
function resultOf({ answer }) {
    return answer !== undefined && "result" in answer && isSchema(answer.result)
        ? answer.result
        : undefined;
}
function keysOf(exchange) {
    const { method, params } = exchange;
    if (exchange.kind === "notification") {
        return { notify: method, ...withOf(params) };
    }
    const { answer } = exchange;
    const expect = answer === undefined ? {} : { expect: expectationsOf(method, answer) };
    return { ...verbOf(exchange), ...expect };
}
/** The verb of a request; one that no verb says exactly is sent as it was. */
function verbOf({ method, params }) {
    const only = (...keys) => Object.keys(params).every((key) => keys.includes(key));
    const text = (key) => {
        const value = params[key];
        return typeof value === "string" && value !== "" ? value : undefined;
    };
    const [name, uri] = [text("name"), text("uri")];
    const args = params["arguments"] ?? {};
    if (method === "tools/call" &&
        name !== undefined &&
        isSchema(args) &&
        only("name", "arguments")) {
        return { call: name, ...withOf(args) };
    }
    if (method === "prompts/get" &&
        name !== undefined &&
        isTexts(args) &&
        only("name", "arguments")) {
        return { prompt: name, ...withOf(args) };
    }
    if (method === "resources/read" && uri !== undefined && only("uri")) {
        return { read: uri };
    }
    if (method === "completion/complete") {
        return completeOf(params) ?? asItWas(method, params);
    }
    const kind = kinds[method];
    if (kind !== undefined && only("cursor")) {
        const cursor = text("cursor");
        return cursor === undefined ? { list: kind } : { list: { kind, pages: "one", cursor } };
    }
    const isPing = method === "ping" || method === "server/discover";
    return isPing && only() ? { ping: null } : asItWas(method, params);
}
function completeOf(params) {
    const [ref, argument] = [params["ref"], params["argument"]];
    const [name, value] = [member(argument, "name"), member(argument, "value")];
    const kind = { "ref/prompt": "prompt", "ref/resource": "resource" }[String(member(ref, "type"))];
    const whose = member(ref, kind === "prompt" ? "name" : "uri");
    const exact = Object.keys(params).every((key) => key === "ref" || key === "argument");
    return kind === undefined || whose === undefined || !exact || typeof name !== "string"
        ? undefined
        : { complete: { [kind]: whose, argument: name, value: String(value) } };
}
function asItWas(method, params) {
    return { request: method, ...withOf(params) };
}
function withOf(values) {
    return Object.keys(values).length === 0 ? {} : { with: values };
}
function isTexts(value) {
    return isSchema(value) && Object.values(value).every((one) => typeof one === "string");
}

// EXTERNAL MODULE: ./build/config/index.js + 80 modules
var config = __webpack_require__(62859);
// EXTERNAL MODULE: ./build/text/index.js + 14 modules
var build_text = __webpack_require__(33699);
;// CONCATENATED MODULE: ./build/draft/run-file-text.js



const longestComment = 200;
const longestName = 200;
/** The text of a run file, with the line by which editors find its schema. */
function runFileText(draft) {
    const names = uniqueNames(draft.scenarios.map(({ name }) => name));
    return [
        `# yaml-language-server: $schema=${schemaAddress()}`,
        ...draft.comments.map(comment),
        "version: 1",
        ...(draft.head ? [draft.head.trimEnd()] : []),
        "",
        "servers:",
        draft.servers.trimEnd(),
        "",
        "scenarios:",
        ...draft.scenarios.flatMap((scenario, index) => [
            ...(index === 0 ? [] : [""]),
            ...scenarioLines({ ...scenario, name: names[index] ?? scenario.name }),
        ]),
        "",
    ].join("\n");
}
/** The `servers` map of a draft with one server. */
function serverText(name, keys) {
    return [`  ${name}:`, ...entry("", keys).map((line) => `    ${line}`)].join("\n");
}
function schemaAddress() {
    return String(new Map(Object.entries((0,config/* jsonSchema */.Og)())).get("$id"));
}
function scenarioLines(scenario) {
    const { name, server, steps, out } = scenario;
    const lines = [
        ...entry("- ", { name, ...(server === undefined ? {} : { server }) }),
        "  steps:",
        ...steps.flatMap((step) => [
            ...step.comments.map((text) => `    ${comment(text)}`),
            ...entry("- ", step.keys).map((line) => `    ${line}`),
        ]),
    ];
    const above = scenario.comments.map(comment);
    return out === undefined
        ? [...above, ...lines].map((line) => `  ${line}`)
        : [comment(`Not run: ${out}`), ...above, ...lines.map((line) => `# ${line}`)].map((line) => `  ${line}`);
}
/** A map as an element of a list, its short members on one line each. */
function entry(dash, keys) {
    return Object.entries(keys).flatMap(([key, value], index) => {
        const lead = index === 0 ? dash : " ".repeat(dash.length);
        const [first = "", ...more] = yamlLines(value);
        const isScalar = typeof value !== "object" || value === null;
        // A map or list of one entry may need one line and yet stand below its key.
        if (more.length === 0 && (isScalar || /^[[{]/.test(first))) {
            return [`${lead}${key}: ${isScalar && value === null ? "" : first}`.trimEnd()];
        }
        const below = " ".repeat(dash.length + 2);
        return [`${lead}${key}:`, ...[first, ...more].map((line) => below + line)];
    });
}
/** One line that is a comment and nothing else, whatever the text holds. */
function comment(text) {
    const line = (0,build_text/* forTerminalLine */.SV)(text);
    return `# ${line.length > longestComment ? `${line.slice(0, longestComment)}…` : line}`;
}
/** Names of scenarios must differ, also where case does not count; servers may offer two tools of one name. */
function uniqueNames(names) {
    const taken = new Set();
    return names.map((name) => {
        const base = name.slice(0, longestName - 8).replace(/[\uD800-\uDBFF]$/, "") || "unnamed";
        let unique = base;
        for (let count = 2; taken.has(unique.toLowerCase()); count += 1) {
            unique = `${base} (${count})`;
        }
        taken.add(unique.toLowerCase());
        return unique;
    });
}

;// CONCATENATED MODULE: ./build/draft/recorded.js



/**
 * A run file with the servers of `source`, the run file that was run, and what was said to each of them as a scenario.
 *
 * Undefined when nothing was said to any.
 */
function recordedRunFile(source, reader) {
    const known = serversIn(source);
    const done = new Set();
    const scenarios = reader.servers().flatMap(({ name }) => {
        // A server that was played once for each protocol is one server of the file; the first of them is recorded.
        const own = known.includes(name) ? name : name.replace(/ \[[^[\]]*\]$/, "");
        if (done.has(own)) {
            return [];
        }
        done.add(own);
        const scenario = scenarioOfWire(own, reader.wire({ server: name }));
        return scenario === undefined ? [] : [scenario];
    });
    return scenarios.length === 0 ? undefined : recordingOf(source, scenarios);
}
/** The same of what one client said to one server. */
function recordedClient(source, server, rows) {
    const scenario = scenarioOfWire(server, rows);
    return scenario === undefined ? undefined : recordingOf(source, [scenario]);
}
function recordingOf(source, scenarios) {
    return runFileText({
        comments: ["Recorded by docker-mcp-manager run --record. Read it before you rely on it."],
        head: headOf(source),
        servers: serversOf(source),
        scenarios,
    });
}
function serversIn(source) {
    const servers = (0,dist.parseDocument)(source.replace(/^\ufeff/, "")).get("servers");
    return (0,dist/* isMap */.jh)(servers) ? servers.items.map(({ key }) => String(key)) : [];
}
/** The `servers` map as it was written, with its comments and its `${…}`. */
function serversOf(source) {
    const document = (0,dist.parseDocument)(source.replace(/^\ufeff/, ""));
    const { contents } = document;
    const node = (0,dist/* isMap */.jh)(contents) ? contents.get("servers", true) : undefined;
    return recorded_written(node, document)
        .trimEnd()
        .split("\n")
        .map((line) => (line === "" ? line : `  ${line}`))
        .join("\n");
}
/** What else the servers need, as it was written: where their templates are, and which images are allowed. */
function headOf(source) {
    const document = (0,dist.parseDocument)(source.replace(/^\ufeff/, ""));
    // Whether it is a map is looked at; what is in it was run.
    const plain = document.toJS();
    const kept = new dist/* Document */.yo({});
    for (const key of ["templates", "image_policy"]) {
        if (typeof plain === "object" && plain !== null && Object.hasOwn(plain, key)) {
            kept.set(key, kept.createNode(Reflect.get(plain, key)));
        }
    }
    return (0,dist/* isMap */.jh)(kept.contents) && kept.contents.items.length > 0
        ? kept.toString({ lineWidth: 0 })
        : "";
}
function recorded_written(node, document) {
    try {
        const own = new dist/* Document */.yo();
        // A map is a node of the library; its type for what `get` finds is unknown.
        own.contents = node;
        return own.toString({ lineWidth: 0 });
    }
    catch {
        // An alias to an anchor elsewhere in the file.
        const { servers } = document.toJS();
        return (0,dist.stringify)(servers, { lineWidth: 0, aliasDuplicateObjects: false });
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/draft/server-json/part.js
function optional(name, description) {
    return `Optional, not set: ${name}${description === undefined ? "" : `, ${description}`}`;
}

;// CONCATENATED MODULE: ./build/draft/server-json/written-value.js

/** The value of an input called `name`: the one given, else its default, else a variable of the environment. */
function writtenValue(name, input) {
    if (input.value !== undefined) {
        return filled(input.value, input);
    }
    if (input.isSecret) {
        return input.isRequired
            ? { kind: "secret", name: environmentName(name), whole: "{}" }
            : { kind: "optional" };
    }
    if (input.default !== undefined) {
        return { kind: "text", text: input.default };
    }
    return input.isRequired
        ? { kind: "text", text: withVariables([asked(name, input)]) }
        : { kind: "optional" };
}
/** A name an environment variable may have. */
function environmentName(text) {
    const plain = text
        .replace(/[^A-Za-z0-9]+/g, "_")
        .replace(/^_+|_+$/g, "")
        .toUpperCase();
    return /^[A-Z]/.test(plain) ? plain : `SERVER_${plain}`.replace(/_$/, "");
}
const written_value_braces = /\{([^{}]*)\}/g;
function filled(value, { variables, isSecret }) {
    const names = Array.from(value.matchAll(written_value_braces), (match) => match[1] ?? "");
    const secret = names.find((each) => variables[each]?.isSecret === true);
    if (secret !== undefined) {
        return {
            kind: "secret",
            name: environmentName(secret),
            whole: value.replace(`{${secret}}`, "{}"),
        };
    }
    if (isSecret) {
        // A secret that stands in a public file is none; it is a value like others.
        return { kind: "text", text: value };
    }
    const parts = value.split(written_value_braces).map((part, index) => {
        const variable = index % 2 === 1 ? variables[part] : undefined;
        if (variable === undefined) {
            return index % 2 === 1 ? `{${part}}` : part;
        }
        return variable.value ?? variable.default ?? asked(part, variable);
    });
    return { kind: "text", text: withVariables(parts) };
}
function asked(name, { description, choices }) {
    const oneOf = choices === undefined || choices === null ? "" : ` (${choices.join(", ")})`;
    return variableText(environmentName(name), `${description ?? name}${oneOf}`);
}

;// CONCATENATED MODULE: ./build/draft/server-json/http.js


/** How a package that speaks HTTP is reached in its container: the port and path of its address. */
function httpKeys(packaged) {
    const { transport } = packaged;
    if (transport.type === "stdio") {
        return { keys: {}, remarks: [] };
    }
    const kind = transport.type === "sse" ? "sse" : "http";
    const address = transport.url.replace(/\{([^{}]*)\}/g, (whole, name) => valueNamed(name, packaged, transport) ?? whole);
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
function remoteKeys(remote) {
    const { url, variables, headers, type } = remote;
    const written = writtenValue("url", { value: url, variables, isRequired: true, isSecret: false });
    const rest = headerKeys(headers);
    const address = written.kind === "text"
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
function headerKeys(given) {
    const headers = {};
    const remarks = [];
    let bearer;
    for (const header of given) {
        const written = writtenValue(header.name, header);
        if (written.kind === "text") {
            headers[header.name] = written.text;
        }
        else if (written.kind === "optional") {
            remarks.push(optional(`header ${header.name}`, header.description));
        }
        else if (/^authorization$/i.test(header.name) && /^bearer \{\}$/i.test(written.whole)) {
            bearer = written.name;
        }
        else {
            remarks.push(`TODO the header ${header.name} is a secret; write it under headers as a variable, it will not be masked`);
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
function valueNamed(name, { environmentVariables, packageArguments }, { variables }) {
    const plain = (text) => text.replace(/^-+/, "");
    const found = variables[name] ??
        environmentVariables.find((each) => each.name === name) ??
        packageArguments.find((each) => plain(each.type === "named" ? each.name : (each.valueHint ?? "")) === plain(name));
    return found?.value ?? found?.default;
}

;// CONCATENATED MODULE: ./build/draft/server-json/inputs.js


/** Arguments of the server, each option and its value apart. */
function argumentKeys(given) {
    const args = [];
    const remarks = [];
    for (const argument of given) {
        const called = argument.type === "named"
            ? argument.name
            : (argument.valueHint ?? argument.description ?? "argument");
        const written = writtenValue(called, argument);
        const name = argument.type === "named" ? [argument.name] : [];
        if (written.kind === "text") {
            args.push(...name, written.text);
        }
        else if (written.kind === "secret") {
            remarks.push(`TODO ${called} is a secret, and everyone can read a command line: not written`);
        }
        else {
            remarks.push(optional(called, argument.description));
        }
    }
    return { keys: args.length === 0 ? {} : { args }, remarks };
}
/** Environment of the server; what is secret by name only. */
function environmentKeys(given) {
    const env = {};
    const secrets = [];
    const remarks = [];
    for (const variable of given) {
        const { name, description, isSecret, isRequired, value } = variable;
        if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
            remarks.push(`TODO the environment variable ${name} has a name that cannot be one`);
            continue;
        }
        const written = writtenValue(name, variable);
        if (isSecret && isRequired && value === undefined) {
            secrets.push(name);
        }
        else if (written.kind === "text") {
            env[name] = written.text;
        }
        else if (written.kind === "secret") {
            secrets.push(name);
            const how = written.whole === "{}" ? "" : `, as ${written.whole.replace("{}", `{${written.name}}`)}`;
            remarks.push(`${name} is handed on as a secret${how}`);
        }
        else {
            remarks.push(optional(`${name}${isSecret ? " (secret)" : ""}`, description));
        }
    }
    return {
        keys: {
            ...(Object.keys(env).length === 0 ? {} : { env }),
            ...(secrets.length === 0 ? {} : { secrets }),
        },
        remarks,
    };
}

;// CONCATENATED MODULE: ./build/draft/server-json/entry.js



/**
 * The first package that there is a template for, else the first remote. Options of a container runtime are never taken:
 * whoever wrote the file may not widen what the server can reach.
 *
 * Throws USAGE when neither is there.
 */
function importedServer(document, templates, file) {
    const { name, packages, remotes, description, version } = document;
    const elsewhere = remotes.filter((each) => each.type !== "stdio");
    const chosen = packages.find((each) => sourceKeys(each, templates) !== undefined);
    const [remote] = elsewhere;
    const head = `From ${file}: ${[name, version].join(" ").trim()}${description === "" ? "" : `, ${description}`}`;
    const short = name.split("/").at(-1) ?? name;
    if (chosen !== undefined) {
        const part = packageKeys(chosen, templates);
        const left = [
            ...packages.filter((each) => each !== chosen).map(wordsOf),
            ...elsewhere.map(({ type, url }) => `${type} ${url}`),
        ];
        const others = left.length === 0 ? [] : [`Other ways to have it, not taken: ${left.join("; ")}.`];
        return {
            name: short,
            keys: part.keys,
            external: false,
            remarks: [head, ...part.remarks, ...others],
        };
    }
    if (remote !== undefined) {
        const part = remoteKeys(remote);
        return { name: short, keys: part.keys, external: true, remarks: [head, ...part.remarks] };
    }
    const there = packages.map(wordsOf).join("; ") || "no package and no remote";
    throw new fault/* Fault */.vC("USAGE", `${file} offers nothing that can be started here: ${there}.`, {
        hint: `Packages of npm, PyPI, NuGet and container registries can, and remotes; templates there are: ${templates.join(", ")}.`,
    });
}
function packageKeys(packaged, templates) {
    const { environmentVariables, packageArguments, runtimeArguments } = packaged;
    const { registryType, registryBaseUrl } = packaged;
    const args = argumentKeys(packageArguments);
    const env = environmentKeys(environmentVariables);
    const http = httpKeys(packaged);
    const options = runtimeArguments.map((each) => each.type === "named"
        ? `${each.name} ${each.value ?? ""}`.trim()
        : (each.value ?? each.valueHint ?? ""));
    return {
        keys: { ...sourceKeys(packaged, templates), ...http.keys, ...args.keys, ...env.keys },
        remarks: [
            ...(options.length === 0
                ? []
                : [
                    `Not taken: runtimeArguments, options of ${registryType === "oci" ? "docker" : "its runner"}: ${options.join(" ")}`,
                ]),
            ...(registryBaseUrl === undefined || registryType === "oci"
                ? []
                : [
                    `Its registry is ${registryBaseUrl}; where the package manager asks another one here, set that in the environment.`,
                ]),
            ...http.remarks,
            ...args.remarks,
            ...env.remarks,
        ],
    };
}
/** undefined: there is no template for such a package. */
function sourceKeys({ registryType, registryBaseUrl, identifier, version }, templates) {
    if (registryType === "oci") {
        const name = `${hostBefore(identifier, registryBaseUrl)}${identifier}`;
        const isTagged = /:[^/]+$|@sha256:/.test(identifier);
        return { image: isTagged || version === undefined ? name : `${name}:${version}` };
    }
    const template = { npm: "npm", pypi: "pypi", nuget: "dotnet" }[registryType];
    return template === undefined || !templates.includes(template)
        ? undefined
        : { template, with: { package: identifier, ...(version === undefined ? {} : { version }) } };
}
/** The registry of an image whose name does not begin with one, as far as that is said elsewhere. */
function hostBefore(identifier, base) {
    const [first = "", ...rest] = identifier.split("/");
    const namesOne = rest.length > 0 && (first === "localhost" || /[.:]/.test(first));
    const host = URL.parse(base ?? "")?.host ?? "";
    return namesOne || host === "" ? "" : `${host}/`;
}
function wordsOf({ registryType, identifier, version }) {
    return [registryType, identifier, version ?? ""].join(" ").trim();
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
;// CONCATENATED MODULE: ./build/draft/server-json/schema.js


/** A value that whoever installs the server gives, or that is given for them. */
const input = schemas/* looseObject */._H3({
    description: schemas/* string */.YjP().optional(),
    value: schemas/* string */.YjP().optional(),
    default: schemas/* string */.YjP().optional(),
    isRequired: schemas/* boolean */.zMY().default(false),
    isSecret: schemas/* boolean */.zMY().default(false),
    choices: schemas/* array */.YOg(schemas/* string */.YjP()).nullish(),
});
/** `{name}` in its value is filled in from `variables`. */
const filledInput = input.extend({ variables: schemas/* record */.g1P(schemas/* string */.YjP(), input).default({}) });
const namedInput = filledInput.extend({ name: schemas/* string */.YjP().min(1) });
const argument = schemas/* discriminatedUnion */.gMt("type", [
    filledInput.extend({ type: schemas/* literal */.euz("positional"), valueHint: schemas/* string */.YjP().optional() }),
    namedInput.extend({ type: schemas/* literal */.euz("named") }),
]);
const transport = schemas/* discriminatedUnion */.gMt("type", [
    schemas/* looseObject */._H3({ type: schemas/* literal */.euz("stdio") }),
    schemas/* looseObject */._H3({
        type: schemas/* literal */.euz(["streamable-http", "sse"]),
        url: schemas/* string */.YjP().min(1),
        headers: schemas/* array */.YOg(namedInput).default([]),
        variables: schemas/* record */.g1P(schemas/* string */.YjP(), input).default({}),
    }),
]);
const packaged = schemas/* looseObject */._H3({
    registryType: schemas/* string */.YjP().min(1),
    registryBaseUrl: schemas/* string */.YjP().optional(),
    identifier: schemas/* string */.YjP().min(1),
    version: schemas/* string */.YjP().optional(),
    transport: transport.default({ type: "stdio" }),
    runtimeArguments: schemas/* array */.YOg(argument).default([]),
    packageArguments: schemas/* array */.YOg(argument).default([]),
    environmentVariables: schemas/* array */.YOg(namedInput).default([]),
});
/** The `server.json` of the official registry, as far as a server is started from it; what else stands in it is left alone. */
const serverJson = schemas/* looseObject */._H3({
    name: schemas/* string */.YjP().min(1),
    description: schemas/* string */.YjP().default(""),
    version: schemas/* string */.YjP().default(""),
    packages: schemas/* array */.YOg(packaged).default([]),
    remotes: schemas/* array */.YOg(transport).default([]),
});
/** Reads a `server.json`. Throws USAGE with every problem. */
function readServerJson(text, file) {
    const parsed = serverJson.safeParse(parse(text, file));
    if (parsed.success) {
        return parsed.data;
    }
    const isOld = /"(?:registry_type|registry_name|environment_variables|version_detail)"/.test(text);
    const problems = parsed.error.issues.map(({ path, message }) => `  ${path.join(".") || "server.json"}: ${message}`);
    throw new fault/* Fault */.vC("USAGE", [`${file} is no server.json of the registry:`, ...problems].join("\n"), {
        hint: isOld
            ? "It follows an older schema, with names such as registry_type; write it anew by that of 2025-12-11."
            : "Its schema is at https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json.",
    });
}
function parse(text, file) {
    try {
        return JSON.parse(text.replace(/^\ufeff/, ""));
    }
    catch (thrown) {
        const why = thrown instanceof Error ? thrown.message : String(thrown);
        throw new fault/* Fault */.vC("USAGE", `${file} is no JSON: ${why}`, { cause: thrown });
    }
}

;// CONCATENATED MODULE: ./build/draft/server-entry.js





/** What a person writes for a server on the command line, as an entry of a run file. Throws USAGE. */
function serverEntry(target, surroundings) {
    if (/^https?:\/\//i.test(target)) {
        return { name: nameOf(hostOf(target)), keys: { url: target }, external: true };
    }
    const document = (0,external_node_path_.resolve)(surroundings.cwd, target);
    if (target.endsWith(".json") && (0,external_node_fs_.existsSync)(document)) {
        const text = (0,external_node_fs_.readFileSync)(document, "utf8");
        const read = readServerJson(text, target);
        const imported = importedServer(read, surroundings.templates, target);
        return { ...imported, name: nameOf(imported.name) };
    }
    const [, scheme, rest = ""] = /^(image|pypi|npm):(.*)$/s.exec(target) ?? [];
    if (scheme === "image") {
        return local(nameOf(rest.replace(/[@:][^/]*$/, "")), { image: rest });
    }
    if (scheme === "pypi") {
        return server_entry_packaged("pypi", rest, /^([^=@\s]+)(?:==|@)?(.*)$/s, surroundings);
    }
    if (scheme === undefined && /^(?:\.{1,2}$|\.{0,2}\/)/.test(target)) {
        return built(target, surroundings);
    }
    return server_entry_packaged("npm", rest || target, /^(@?[^@\s]+)@?(.*)$/s, surroundings);
}
function server_entry_packaged(template, written, form, { templates }) {
    if (!templates.includes(template)) {
        throw new fault/* Fault */.vC("USAGE", `"${template}:${written}" needs the template ${template}, which there is not; there are: ${templates.join(", ")}.`);
    }
    const [, name, version = ""] = form.exec(written) ?? [];
    if (name === undefined) {
        throw new fault/* Fault */.vC("USAGE", `"${written}" is no server; write an npm package, image:REFERENCE, ./folder or a URL.`);
    }
    const parameters = version === "" ? { package: name } : { package: name, version };
    return local(nameOf(name), { template, with: parameters });
}
function built(target, { cwd, folder }) {
    const path = (0,external_node_path_.resolve)(cwd, target);
    if (!(0,external_node_fs_.existsSync)(path)) {
        throw new fault/* Fault */.vC("USAGE", `There is nothing at ${target}.`);
    }
    const isFolder = (0,external_node_fs_.statSync)(path).isDirectory();
    if (isFolder && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(path, "Dockerfile"))) {
        throw new fault/* Fault */.vC("USAGE", `${target} has no Dockerfile; name the file, or write one: the server is built from it.`);
    }
    const context = isFolder ? path : (0,external_node_path_.dirname)(path);
    const shown = `./${(0,external_node_path_.relative)(folder, context)}`.replace(/\/$/, "").replace(/^\.\/\.\./, "..");
    const build = isFolder || (0,external_node_path_.basename)(path) === "Dockerfile"
        ? shown
        : { context: shown, dockerfile: (0,external_node_path_.basename)(path) };
    return local(nameOf((0,external_node_path_.basename)(context)), { build });
}
function local(name, keys) {
    return { name, keys, external: false };
}
/** `@scope/server-everything` is `everything`: short, and allowed as a name. */
function nameOf(text) {
    const last = text.split("/").findLast((part) => part !== "") ?? "";
    const plain = last
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-?(?:mcp-)?(?:server-)?|-$/g, "")
        .replace(/-mcp(?:-server)?$|-server$/, "")
        .slice(0, 63);
    return plain === "" ? "server" : plain;
}
function hostOf(target) {
    const url = URL.parse(target);
    if (url === null) {
        throw new fault/* Fault */.vC("USAGE", `"${target}" is not a URL.`);
    }
    return url.hostname.split(".").slice(-2, -1)[0] ?? url.hostname;
}

;// CONCATENATED MODULE: ./build/draft/trial.js

/** Reads what the manager hands back for a call. */
function trialOf(answer) {
    const error = member(answer, "error");
    if (error !== undefined) {
        return {
            kind: "refused",
            code: Number(member(error, "code")),
            text: String(member(error, "message")),
        };
    }
    const result = member(answer, "result");
    const texts = listOf(member(result, "content"))
        .map((block) => member(block, "text"))
        .filter((text) => typeof text === "string");
    return {
        kind: "answered",
        isError: member(result, "isError") === true,
        text: texts.join(" "),
    };
}

;// CONCATENATED MODULE: ./build/draft/index.js
// Writes run files for people to go on with: from what a server offers, and from what was said to it.








/***/ })

};
