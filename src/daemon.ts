// Entry of the manager process, and of the reaper, which shares its bundle: nothing heavy is loaded before the choice.
if (process.argv[2] === "reaper") {
  await import("./reaper.ts");
} else {
  const { runDaemon } = await import("./manager/index.ts");
  await runDaemon({
    bootFile: process.argv[2] ?? "",
    environment: process.env,
    pid: process.pid,
    execPath: process.execPath,
    moduleUrl: import.meta.url,
    onSignal: (listener) => {
      process.on("SIGTERM", listener);
      process.on("SIGINT", listener);
    },
    onCrash: (listener) => {
      process.on("uncaughtException", listener);
      process.on("unhandledRejection", listener);
    },
    log: (line) => process.stderr.write(`${line}\n`),
    exit: (code) => process.exit(code),
  });
}
