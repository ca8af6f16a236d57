import { type Methods, notFound, type ServiceFrame } from "./twirp.ts";

export interface CacheEntry {
  readonly id: number;
  readonly key: string;
  readonly version: string;
  readonly blobPath: string;
  finalized: boolean;
}

/** CacheService over the given list. */
export function cacheMethods(caches: CacheEntry[], frame: ServiceFrame): Methods {
  return {
    "CacheService/CreateCacheEntry": (given) => {
      if (caches.some((entry) => entry.key === given.key && entry.version === given.version)) {
        return [200, { ok: false, signed_upload_url: "", message: "cache entry already exists" }];
      }
      const id = frame.nextId();
      const blobPath = `/account/caches/${id}`;
      caches.push({ id, key: given.key, version: given.version, blobPath, finalized: false });
      return [
        200,
        {
          ok: true,
          signed_upload_url: `${frame.origin()}${blobPath}?sig=upload-${id}`,
          message: "",
        },
      ];
    },
    "CacheService/FinalizeCacheEntryUpload": (given) => {
      const entry = caches.find(
        (candidate) => candidate.key === given.key && candidate.version === given.version,
      );
      if (entry === undefined) {
        return notFound;
      }
      entry.finalized = true;
      return [200, { ok: true, entry_id: String(entry.id), message: "" }];
    },
    "CacheService/GetCacheEntryDownloadURL": (given) => {
      const ready = caches
        .filter((entry) => entry.finalized && entry.version === given.version)
        .toReversed();
      const entry =
        ready.find((candidate) => candidate.key === given.key) ??
        [given.key, ...given.restore_keys]
          .map((prefix) => ready.find((candidate) => candidate.key.startsWith(prefix)))
          .find((found) => found !== undefined);
      return entry === undefined
        ? [200, { ok: false, signed_download_url: "", matched_key: "" }]
        : [
            200,
            {
              ok: true,
              signed_download_url: `${frame.origin()}${entry.blobPath}?sig=get-${entry.id}`,
              matched_key: entry.key,
            },
          ];
    },
  };
}
