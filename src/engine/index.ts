// The engine: everything that knows the Docker Engine API. Connects, negotiates a version and puts every call under a
// deadline; the only room that loads dockerode.
export { buildFailureOf } from "./build-fault.ts";
export type { BuildFailure } from "./build-log.ts";
export { connectEngine } from "./connect.ts";
export { createDemultiplexer, type OutputStream } from "./demultiplex.ts";
export type { Endpoint, EngineEnvironment } from "./endpoint.ts";
export { isEngineGone } from "./engine-lost.ts";
export { type ObjectStore, openObjectStore } from "./object-store.ts";
export { packFolder, unpackInto } from "./tar.ts";
export type {
  Attachment,
  BuildOptions,
  ContainerEvent,
  ContainerSpec,
  ContainerState,
  Engine,
  EngineHost,
  EngineInfo,
  EventListeners,
  ExecResult,
  ExitInfo,
  ImageHealthcheck,
  ImageInfo,
  LabelledImage,
  Mount,
  NetworkOptions,
  Process,
  PullOptions,
  RegistryLogin,
  Removable,
  StatsSample,
} from "./types.ts";
export { removedWhileItRan } from "./wait-exit.ts";
