import type { Clock } from "../../src/clock/index.ts";
import { type Answer, backendIds, type Methods, notFound, type ServiceFrame } from "./twirp.ts";

export interface ArtifactEntry {
  readonly id: number;
  readonly name: string;
  readonly mimeType: string;
  readonly expiresAt: string | undefined;
  readonly blobPath: string;
  digest: string;
  size: number;
  finalized: boolean;
}

const alreadyExists: Answer = [
  409,
  { code: "already_exists", msg: "an artifact with this name already exists on the workflow run" },
];

/** ArtifactService over the given list. */
export function artifactMethods(
  artifacts: ArtifactEntry[],
  frame: ServiceFrame,
  clock: Clock,
): Methods {
  return {
    "ArtifactService/CreateArtifact": (given) => {
      if (artifacts.some((artifact) => artifact.name === given.name)) {
        return alreadyExists;
      }
      const id = frame.nextId();
      const blobPath = `/account/artifacts/${id}`;
      const { name, mime_type: mimeType, expires_at: expiresAt } = given;
      artifacts.push({
        id,
        name,
        mimeType,
        expiresAt,
        blobPath,
        digest: "",
        size: 0,
        finalized: false,
      });
      return [
        200,
        { ok: true, signed_upload_url: `${frame.origin()}${blobPath}?sig=upload-${id}` },
      ];
    },
    "ArtifactService/FinalizeArtifact": (given) => {
      const artifact = artifacts.find((candidate) => candidate.name === given.name);
      if (artifact === undefined) {
        return notFound;
      }
      Object.assign(artifact, { digest: given.hash, size: given.size, finalized: true });
      return [200, { ok: true, artifact_id: String(artifact.id) }];
    },
    "ArtifactService/ListArtifacts": (given) => [
      200,
      {
        artifacts: artifacts
          .filter((artifact) => artifact.finalized)
          .filter(
            (artifact) => given.name_filter === undefined || artifact.name === given.name_filter,
          )
          .filter(
            (artifact) => given.id_filter === undefined || String(artifact.id) === given.id_filter,
          )
          .map((artifact) => ({
            ...backendIds,
            database_id: String(artifact.id),
            name: artifact.name,
            size: String(artifact.size),
            created_at: new Date(clock.nowMs()).toISOString(),
            digest: artifact.digest,
          })),
      },
    ],
    "ArtifactService/GetSignedArtifactURL": (given) => {
      const artifact = artifacts.find(
        (candidate) => candidate.name === given.name && candidate.finalized,
      );
      return artifact === undefined
        ? notFound
        : [200, { signed_url: `${frame.origin()}${artifact.blobPath}?sig=get-${artifact.id}` }];
    },
    "ArtifactService/DeleteArtifact": (given) => {
      const index = artifacts.findIndex((candidate) => candidate.name === given.name);
      const [removed] = index < 0 ? [] : artifacts.splice(index, 1);
      return removed === undefined
        ? notFound
        : [200, { ok: true, artifact_id: String(removed.id) }];
    },
  };
}
