import { expect, test } from "vitest";
import { imagesNamedIn } from "../../src/registry/supply/dockerfile-images.ts";

function images(lines: readonly string[], args: Readonly<Record<string, string>> = {}): string[] {
  return imagesNamedIn(lines.join("\n"), args).map(({ line, reference }) => `${line} ${reference}`);
}

test("every image that a Dockerfile begins from or takes files from is found, with its line; stages are none", () => {
  const found = images([
    "# syntax=docker/dockerfile:1",
    "FROM --platform=linux/amd64 golang:1.26 AS build",
    "RUN --mount=type=cache,target=/x --mount=type=bind,from=tools,target=/t go build",
    "from build as second",
    "FROM \\",
    "  # in between",
    "  debian:trixie",
    "COPY --from=build --chmod=755 /a /a",
    "COPY --from=0 /a /b",
    "COPY --from=busybox:1 /bin/sh /sh",
    "ONBUILD COPY --from=later /a /a",
    "FROM scratch",
  ]);
  expect(found).toEqual([
    "1 docker/dockerfile:1",
    "2 golang:1.26",
    "3 tools",
    "5 debian:trixie",
    "10 busybox:1",
    "11 later",
  ]);
});

test("variables have the value given to the build, else their default; one without stays as written", () => {
  const lines = [
    "ARG BASE=alpine NAME='quoted' EMPTY",
    "ARG TAG=1",
    "FROM ${BASE}:$TAG",
    "FROM ${NAME}:${EMPTY:-none}${BASE:+-x}",
    "FROM $UNKNOWN",
  ];
  expect(images(lines)).toEqual(["3 alpine:1", "4 quoted:none-x", "5 $UNKNOWN"]);
  expect(images(lines, { BASE: "debian", EMPTY: "2", UNKNOWN: "x" })).toEqual([
    "3 debian:1",
    "4 quoted:2-x",
    "5 $UNKNOWN",
  ]);
});

test("an argument of a stage, or one that the builder sets, is not taken for what a FROM will see", () => {
  const stage = ["ARG BASE=evil", "FROM alpine", "ARG BASE=alpine", "FROM $BASE"];
  expect(images(stage)).toEqual(["2 alpine", "4 evil"]);
  expect(images(["ARG TARGETARCH=alpine", "FROM ${TARGETARCH:-alpine}"])).toEqual([
    "2 ${TARGETARCH:-alpine}",
  ]);
  expect(images(["ARG BASE=evil", "ARG A='x BASE=alpine y'", "FROM $BASE"])).toEqual(["3 evil"]);
});

test("what an engine may take for an instruction counts as one, but makes no stage", () => {
  const lines = [
    "FROM alpine",
    "RUN <<-END",
    "FROM inside AS stage",
    "\tEND",
    "RUN echo \\",
    "FROM joined",
    "FROM stage",
  ];
  expect(images(lines)).toEqual(["1 alpine", "3 inside", "6 joined", "7 stage"]);
});

test("a name before its stage, other ways to name the syntax and quoted mounts are shown, too", () => {
  expect(images(["FROM a", "COPY --from=b /x /x", "FROM c AS b"])).toEqual(["1 a", "2 b", "3 c"]);
  expect(images(["FROM a"], { BUILDKIT_SYNTAX: "evil" })).toEqual(["1 evil", "1 a"]);
  expect(images(["// syntax=evil", "FROM a"])).toEqual(["1 evil", "2 a"]);
  expect(images(['{"syntax": "evil"}'])).toEqual(['1 {"syntax": "evil"}']);
  expect(images(["FROM a", 'RUN --mount="type=bind,from=evil" x'])[1]).toContain("evil");
});

test("another escape character joins lines where it is declared", () => {
  expect(images(["# escape=`", "FROM `", "alpine"])).toEqual(["2 alpine"]);
});
