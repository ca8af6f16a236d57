export const id = 197;
export const ids = [197];
export const modules = {

/***/ 88197:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
// Entry of the reaper: sleeps on the pipe from its manager; when that closes without a word, removes the manager's run
// from the engine. Loads nothing before it has to: it lives beside every run.

const stdin = 0;
const wordLength = 16;
const lifetimeMs = 60_000;
wait("");
/** The manager says "done", or says nothing and its end closes. */
function wait(heard) {
    const buffer = Buffer.alloc(wordLength);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.read)(stdin, buffer, 0, buffer.length, null, (error, length) => {
        const said = heard + buffer.toString("latin1", 0, length);
        if (said.includes("done")) {
            process.exit(0);
        }
        if (!error && length > 0) {
            wait(said.slice(-wordLength));
        }
        else {
            void reapRun();
        }
    });
}
async function reapRun() {
    // Not waited for: whatever happens below, this process does not stay.
    setTimeout(() => process.exit(1), lifetimeMs);
    const [{ reap }, { openObjectStore }, { systemClock }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(793), __webpack_require__.e(822)]).then(__webpack_require__.bind(__webpack_require__, 80822)),
        __webpack_require__.e(/* import() */ 793).then(__webpack_require__.bind(__webpack_require__, 98793)),
        __webpack_require__.e(/* import() */ 606).then(__webpack_require__.bind(__webpack_require__, 77606)),
    ]);
    const runId = process.argv[3] ?? "";
    await reap(openObjectStore(process.env), runId, systemClock, AbortSignal.timeout(lifetimeMs));
    process.exit(0);
}


/***/ })

};
