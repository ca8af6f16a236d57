export const id = 3129;
export const ids = [3129];
export const modules = {

/***/ 73129:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sweep: () => (/* binding */ sweep)
});

// EXTERNAL MODULE: ./build/controller/index.js + 40 modules
var controller = __webpack_require__(80822);
// EXTERNAL MODULE: ./build/engine/index.js + 46 modules
var build_engine = __webpack_require__(98793);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
// EXTERNAL MODULE: ./build/command/parse.js
var parse = __webpack_require__(19229);
// EXTERNAL MODULE: ./build/registry/index.js + 79 modules
var registry = __webpack_require__(5942);
;// CONCATENATED MODULE: ./build/command/sweep-images.js

/** An image is nameless for an instant while it is built or loaded. */
const youngestMs = 10 * 60_000;
/** Names of what templates and builds made. Local base images are not among them: they are few, and slow to make. */
const builtName = /^docker-mcp-manager\/(?!base-)[^/]+:[0-9a-f]{16}$/;
/** Removes images of ours that are of no use any more. One that something still uses stays, and is not listed. */
async function sweepImages(engine, { nowMs, olderThanMs, dryRun }) {
    const ageOf = ({ createdAtMs }) => nowMs - createdAtMs;
    const found = (await engine.labelledImages(registry/* imageLabels */.J0.key)).flatMap((image) => {
        const { id, sizeBytes: bytes, tags } = image;
        if (tags.length === 0) {
            return ageOf(image) >= youngestMs ? [{ id, tag: null, bytes }] : [];
        }
        return olderThanMs !== undefined && ageOf(image) >= olderThanMs
            ? tags.filter((tag) => builtName.test(tag)).map((tag) => ({ id, tag, bytes }))
            : [];
    });
    if (dryRun) {
        return found;
    }
    const gone = [];
    // One after the other: an image may be the base of the next.
    for (const image of found) {
        if (await engine.removeUnusedImage(image.tag ?? image.id)) {
            gone.push(image);
        }
    }
    return gone;
}

// EXTERNAL MODULE: ./build/text/index.js + 14 modules
var build_text = __webpack_require__(33699);
;// CONCATENATED MODULE: ./build/command/sweep-page.js


/** What a sweep did, or would do, for programs. */
function sweepJson({ dryRun, images, ...report }) {
    const { removed, left, objects, stuck, kept } = report;
    const whole = { removed, left, dry_run: dryRun, objects, stuck, kept, images };
    return `${JSON.stringify(whole, null, 2)}\n`;
}
/** The same as a table, what stays beside it included: one sees that a living run is left alone. */
function sweepPage({ dryRun, images, removed, left, ...report }) {
    const { objects, kept, stuck } = report;
    const done = dryRun ? "would go" : "removed";
    const errors = new Map(stuck.map(({ kind, id, error }) => [`${kind} ${id}`, error]));
    const rows = [
        ...objects.map((object) => {
            const error = errors.get(`${object.kind} ${object.id}`);
            return rowOf(object, error === undefined ? done : "stuck", error ?? object.reason);
        }),
        ...images.map((image) => imageRow(image, done)),
        ...kept.map((object) => rowOf(object, "stays", object.reason)),
    ];
    const counts = [
        (0,build_text/* plural */.LS)(dryRun ? objects.length : removed, "object"),
        (0,build_text/* plural */.LS)(images.length, "image"),
    ].join(" and ");
    const sum = dryRun ? `${counts} to remove.\n` : `${counts} removed, ${left} left.\n`;
    const head = ["", "KIND", "NAME", "FOR", "RUN", "WHY"];
    return rows.length === 0 ? sum : `${(0,build_text/* table */.tp)([head, ...rows])}\n${sum}`;
}
function rowOf(object, what, why) {
    const { labels } = object;
    const server = labels[controller/* labelKeys */.vN.server];
    const role = labels[controller/* labelKeys */.vN.role] ?? "";
    return [
        what,
        object.kind,
        object.name === "" ? object.id.slice(0, 12) : object.name,
        server === undefined ? role : `${role} ${server}`,
        (labels[controller/* labelKeys */.vN.run] ?? "").slice(0, 12),
        why,
    ].map(build_text/* forTerminal */.Qf);
}
function imageRow({ id, tag, bytes: size }, what) {
    const name = tag ?? id.replace(/^sha256:/, "").slice(0, 12);
    const why = tag === null ? "a newer one took its name" : "older than was asked for";
    return [what, "image", (0,build_text/* forTerminal */.Qf)(name), "–", "–", `${why} (${(0,build_text/* bytes */.ee)(size)})`];
}

;// CONCATENATED MODULE: ./build/command/sweep.js






/** `sweep`: removes what managers that are dead, or whose lease has run out, left on the engine. */
async function sweep(command, io) {
    const olderThanMs = (0,parse/* parseTime */.pe)("images", command.text("images"));
    const dryRun = command.flag("dry-run");
    const engine = await (0,build_engine/* connectEngine */.xn)({ environment: io.environment, clock: io.clock });
    try {
        const nowMs = io.clock.nowMs();
        const report = await (0,controller/* sweep */.X0)(engine, { stale: { nowMs }, dryRun });
        const images = await sweepImages(engine, { nowMs, olderThanMs, dryRun });
        const tell = command.flag("json") ? sweepJson : sweepPage;
        io.out(tell({ ...report, images, dryRun }));
        return report.left === 0 || dryRun ? fault/* exitCodes */.hS.passed : fault/* exitCodes */.hS.leftBehind;
    }
    finally {
        engine.close();
    }
}


/***/ })

};
