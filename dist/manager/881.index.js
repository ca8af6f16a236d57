export const id = 881;
export const ids = [881];
export const modules = {

/***/ 4881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  systemClock: () => (/* reexport */ systemClock),
  within: () => (/* reexport */ within)
});

;// CONCATENATED MODULE: ./build/clock/clock.js
const systemClock = {
    nowMs: () => performance.timeOrigin + performance.now(),
    monotonicMs: () => performance.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted) {
            reject(signal.reason);
            return;
        }
        const timer = setTimeout(() => {
            signal?.removeEventListener("abort", onAbort);
            resolve();
        }, ms);
        function onAbort() {
            clearTimeout(timer);
            reject(signal?.reason);
        }
        signal?.addEventListener("abort", onAbort, { once: true });
    }),
};

;// CONCATENATED MODULE: ./build/clock/within.js
/**
 * Settles with `work`, or rejects with `onTimeout()` after `ms`.
 *
 * The timer is cleared as soon as the work settles, so nothing keeps the process alive.
 */
function within(work, ms, onTimeout) {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(onTimeout()), ms);
        work.then((value) => {
            clearTimeout(timer);
            resolve(value);
        }, (error) => {
            clearTimeout(timer);
            reject(error);
        });
    });
}

;// CONCATENATED MODULE: ./build/clock/index.js
// Time as an argument: the clock and waiting with a limit.




/***/ })

};
