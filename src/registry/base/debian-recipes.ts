import { onDebian } from "./on-debian.ts";
import type { StandIn } from "./stand-in.ts";

/** Debian's packages, with the host's authorities put back in place: the certificates' own package writes its list anew. */
function install(packages: string): string {
  return `RUN export DEBIAN_FRONTEND=noninteractive && apt-get update -qq \\
 && apt-get install -qq -o Dpkg::Use-Pty=0 ${packages} >/dev/null \\
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin /var/log/*
COPY ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
`;
}

const head = `ARG BASE\nFROM \${BASE}`;
const authorities = "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt";

/** Debian's Python, where the public image has its own: `python`, `python3` and `pip` in /usr/local/bin. */
export const localPython: StandIn = onDebian({
  name: "python",
  wanted: "python:3.13-slim-trixie",
  reference: "docker-mcp-manager/base-python:3.13",
  madeFrom: "Debian's Python 3.13",
  dockerfile: `${head}
${install("python3 python3-pip python3-venv")}
RUN rm -f /usr/lib/python3*/EXTERNALLY-MANAGED \\
 && ln -s /usr/bin/python3 /usr/local/bin/python3 && ln -s python3 /usr/local/bin/python \\
 && ln -s /usr/bin/pip3 /usr/local/bin/pip3 && ln -s pip3 /usr/local/bin/pip
ENV LANG=C.UTF-8 ${authorities}
CMD ["python3"]
`,
});

/** Where Go's own tool chains are fetched from, and what their archives must be; 1.26.11 as the module proxy has it. */
const go = {
  version: "1.26.11",
  amd64: "e1edb778de0aa08c8e827f5a873b35a46afe680fb241482c531725b2355e470d",
  arm64: "51902dab7e130b07083119a36ce09e0cc50fdd9d0d64184c24bd302072ad8b70",
};

/** Go's tool chain from the module proxy; without a C compiler, so cgo is off. */
export const localGo: StandIn = onDebian({
  name: "go",
  wanted: "golang:1.26-trixie",
  reference: "docker-mcp-manager/base-go:1.26",
  madeFrom: `Go ${go.version} from the module proxy`,
  dockerfile: `${head} AS fetch
${install("curl unzip")}
ARG GOPROXY=https://proxy.golang.org
RUN arch=$(dpkg --print-architecture) \\
 && case $arch in amd64) sum=${go.amd64};; arm64) sum=${go.arm64};; *) echo "no Go for $arch" >&2; exit 1;; esac \\
 && name=golang.org/toolchain@v0.0.1-go${go.version}.linux-$arch \\
 && curl -fsSL --retry 2 -o /go.zip \${GOPROXY%%[,|]*}/golang.org/toolchain/@v/v0.0.1-go${go.version}.linux-$arch.zip \\
 && echo "$sum  /go.zip" | sha256sum -c - \\
 && unzip -q /go.zip -d /unpacked && mv /unpacked/$name /go && rm -rf /go.zip /go/test /go/api /go/doc \\
 && chmod -R a+x /go/bin /go/pkg/tool

FROM \${BASE}
COPY ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=fetch /go /usr/local/go
ENV GOPATH=/go GOTOOLCHAIN=local CGO_ENABLED=0 ${authorities} PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
RUN mkdir -p /go/src /go/bin && chmod -R 1777 /go
WORKDIR /go
CMD ["bash"]
`,
});
