import type { Clock } from "../clock/index.ts";
import { attachTo } from "./attach.ts";
import { buildImage } from "./build.ts";
import type { Connection } from "./connection.ts";
import {
  createContainer,
  freezeContainer,
  inspectContainer,
  killContainer,
  processesOf,
  startContainer,
} from "./container.ts";
import { followEvents, followNetworks } from "./events.ts";
import { execIn } from "./exec.ts";
import { askHost } from "./host.ts";
import {
  importImage,
  inspectImage,
  labelledImages,
  removeImage,
  removeUnusedImage,
} from "./image.ts";
import { loadImages, saveImages, tagImage } from "./image-archive.ts";
import { readImageFiles } from "./image-file.ts";
import { listLabelled, removeObject } from "./labelled.ts";
import { connectNetwork, createNetwork, disconnectNetwork, networkMembers } from "./network.ts";
import { pollStats, refuseMissingSources } from "./podman.ts";
import { pullImage } from "./pull.ts";
import { readFile } from "./read-file.ts";
import { watchSilence } from "./silence.ts";
import { followStats } from "./stats.ts";
import { topOf } from "./top.ts";
import type { Engine, EngineHost, EngineInfo } from "./types.ts";
import { createVolume } from "./volume.ts";
import { waitForExit } from "./wait-exit.ts";

export function createEngine(connection: Connection, info: EngineInfo, clock: Clock): Engine {
  const isPodman = info.kind === "podman";
  /** The end of a container's attached stream wakes its waitExit. */
  const attachments = new Map<string, Promise<void>>();
  let host: Promise<EngineHost> | undefined;
  return {
    info,
    host() {
      host ??= askHost(connection).catch((error: unknown) => {
        host = undefined;
        throw error;
      });
      return host;
    },
    inspectImage: (reference) => inspectImage(connection, reference),
    pullImage: (reference, onProgress, signal, options = {}) =>
      pullImage(connection, reference, onProgress, signal, options),
    buildImage: (context, options, onProgress, signal) =>
      buildImage(connection, clock, context, options, onProgress, signal),
    async readImageFile(image, path, labels = {}) {
      return (await readImageFiles(connection, image, [path], labels)).get(path);
    },
    readImageFiles: (image, paths, labels = {}) => readImageFiles(connection, image, paths, labels),
    importImage: (rootfs, tag, changes) => importImage(connection, rootfs, tag, changes),
    removeImage: (reference) => removeImage(connection, reference),
    labelledImages: (label) => labelledImages(connection, label),
    removeUnusedImage: (id) => removeUnusedImage(connection, id),
    saveImages: (references) => saveImages(connection, references),
    loadImages: (archive, signal) => loadImages(connection, archive, signal),
    tagImage: (id, reference) => tagImage(connection, id, reference),
    async createContainer(spec) {
      if (isPodman) {
        refuseMissingSources(spec, info);
      }
      return createContainer(connection, spec);
    },
    async attach(id) {
      const attachment = await attachTo(connection, id);
      attachments.set(id, attachment.ended);
      return attachment;
    },
    start: (id) => startContainer(connection, id),
    waitExit: (id) => waitForExit(connection, clock, id, attachments.get(id)),
    kill: (id, signal) => killContainer(connection, id, signal),
    inspect: (id) => inspectContainer(connection, id),
    async remove(id) {
      await removeObject(connection, { kind: "container", id });
      attachments.delete(id);
    },
    pause: (id) => freezeContainer(connection, id, "pause"),
    unpause: (id) => freezeContainer(connection, id, "unpause"),
    top: (id) => topOf(connection, id),
    exec: (id, command, signal) => execIn(connection, id, command, signal),
    readFile: (id, path, maxBytes) => readFile(connection, id, path, maxBytes),
    processes: (id) => processesOf(connection, id),
    stats: (id, onSample, signal) =>
      isPodman
        ? pollStats(connection, clock, id, onSample, signal)
        : followStats(connection, id, onSample, signal),
    followEvents: (label, listeners, signal) =>
      followEvents(connection, clock, label, listeners, signal),
    followNetworks: (listeners, signal) => followNetworks(connection, clock, listeners, signal),
    watchSilence: (onSilence, signal) => watchSilence(connection, clock, onSilence, signal),
    createNetwork: (name, labels, options) => createNetwork(connection, name, labels, options),
    createVolume: (volume) => createVolume(connection, volume),
    connectNetwork: (network, id, aliases = []) => connectNetwork(connection, network, id, aliases),
    networkMembers: (network) => networkMembers(connection, network),
    disconnectNetwork: (network, id) => disconnectNetwork(connection, network, id),
    listLabelled: (labels) => listLabelled(connection, labels),
    removeObject: (object) => removeObject(connection, object),
    close: () => connection.close(),
  };
}
