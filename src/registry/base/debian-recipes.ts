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

/** What the archives of Go's own tool chain must be; 1.26.11 as the module proxy has it. */
const go = {
  version: "1.26.11",
  amd64: "e1edb778de0aa08c8e827f5a873b35a46afe680fb241482c531725b2355e470d",
  arm64: "51902dab7e130b07083119a36ce09e0cc50fdd9d0d64184c24bd302072ad8b70",
};

/** Go's tool chain, fetched by Debian's older one from the module proxy that this is set to; without a C compiler, so cgo is off. */
export const localGo: StandIn = onDebian({
  name: "go",
  wanted: "golang:1.26-trixie",
  reference: "docker-mcp-manager/base-go:1.26",
  madeFrom: `Go ${go.version} from the module proxy`,
  dockerfile: `${head} AS fetch
${install("golang-go")}
ARG GOPROXY
ARG GOSUMDB
ARG GONOSUMDB
RUN export GOMODCACHE=/modules GOTOOLCHAIN=go${go.version}; arch=$(dpkg --print-architecture) \\
 && case $arch in amd64) sum=${go.amd64};; arm64) sum=${go.arm64};; *) echo "no Go for $arch" >&2; exit 1;; esac \\
 && go version \\
 && name=v0.0.1-go${go.version}.linux-$arch \\
 && echo "$sum  $GOMODCACHE/cache/download/golang.org/toolchain/@v/$name.zip" | sha256sum -c - \\
 && chmod -R u+w $GOMODCACHE && mv $GOMODCACHE/golang.org/toolchain@$name /go \\
 && rm -rf $GOMODCACHE /go/test /go/api /go/doc && chmod -R a+x /go/bin /go/pkg/tool

FROM \${BASE}
COPY ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=fetch /go /usr/local/go
ENV GOPATH=/go GOTOOLCHAIN=local CGO_ENABLED=0 ${authorities} PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
RUN mkdir -p /go/src /go/bin && chmod -R 1777 /go
WORKDIR /go
CMD ["bash"]
`,
});

/** Rust's own components of 1.99.1, by architecture: what their archives must be. */
const rust = {
  version: "1.99.1",
  /** The folder its manifest names. */
  day: "2026-10-15",
  sums: {
    amd64: {
      rustc: "2ff05ff9c08a90861e7f6e4065b40a8b87463b4576186fd613871c3e37f2091f",
      cargo: "53f3521949404d595efb06a55c12c5658d4ed1c75566f33d3d514eaebe70bd8a",
      "rust-std": "109b074225bf5b9ea3820890876bfdf4ed161adbfaf94b2b4b5984c85ee5d958",
    },
    arm64: {
      rustc: "acdcdfe09ae1f103aa9a2b7f88903a9588bc2e99288af10e6fbf5514e2e49f25",
      cargo: "5156832e0c1254e9b49a79edabdc6d4c35f32f8fc1cf3ca700f268ff96087ab0",
      "rust-std": "e25668477083d6a9ddb87b9beb9c00742225f38233ccb4bfba3afa7a07427f52",
    },
  },
};

/** One line for each component: architecture, Rust's word for it, component, sum. */
const rustComponents = Object.entries(rust.sums).flatMap(([debian, sums]) =>
  Object.entries(sums).map(
    ([name, sum]) => `${debian} ${debian === "amd64" ? "x86_64" : "aarch64"} ${name} ${sum}`,
  ),
);

/** Rust's compiler and Cargo as Rust publishes them, with Debian's C compiler for linking and for crates that need it. */
export const localRust: StandIn = onDebian({
  name: "rust",
  wanted: "rust:1-slim-trixie",
  reference: "docker-mcp-manager/base-rust:1",
  madeFrom: `Rust ${rust.version} and Debian's gcc`,
  dockerfile: `${head} AS fetch
${install("curl xz-utils")}
ARG RUSTUP_DIST_SERVER=https://static.rust-lang.org
RUN set -e; own=$(dpkg --print-architecture); \\
 printf '%s\\n' ${rustComponents.map((line) => `'${line}'`).join(" ")} | grep "^$own " > /components || { echo "no Rust for $own" >&2; exit 1; }; \\
 while read -r own machine name sum; do \\
 file=$name-${rust.version}-$machine-unknown-linux-gnu; \\
 curl -fsSL --retry 2 -o /part.tar.xz $RUSTUP_DIST_SERVER/dist/${rust.day}/$file.tar.xz; \\
 echo "$sum  /part.tar.xz" | sha256sum -c -; \\
 tar -xJf /part.tar.xz; \\
 $file/install.sh --prefix=/rust --disable-ldconfig --without=rust-docs >/dev/null; \\
 rm -rf $file /part.tar.xz; \\
 done < /components; \\
 rm -rf /rust/share /rust/etc

FROM \${BASE}
${install("gcc libc6-dev")}
COPY --from=fetch /rust /usr/local
ENV CARGO_HOME=/usr/local/cargo ${authorities} PATH=/usr/local/cargo/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
RUN mkdir -p /usr/local/cargo/bin && chmod -R 1777 /usr/local/cargo
CMD ["bash"]
`,
});

/** Java's own list of authorities is another than the system's: the host's are put in both. */
const javaAuthorities = `RUN awk '/BEGIN CERT/ {n++} n {print > sprintf("/usr/local/share/ca-certificates/host-%03d.crt", n)}' /etc/ssl/certs/ca-certificates.crt \\
 && update-ca-certificates 2>/dev/null >&2 \\
 && mkdir -p /opt/java && ln -s /usr/lib/jvm/java-21-openjdk-$(dpkg --print-architecture) /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk ${authorities} PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
`;

/** Without the folder OpenJDK's installation fails, though the manuals themselves are left out. */
const manuals = "RUN mkdir -p /usr/share/man/man1\n";

export const localJre: StandIn = onDebian({
  name: "jre",
  wanted: "eclipse-temurin:21-jre",
  reference: "docker-mcp-manager/base-jre:21",
  madeFrom: "Debian's OpenJDK 21",
  dockerfile: `${head}
${manuals}${install("openjdk-21-jre-headless")}${javaAuthorities}CMD ["java", "-version"]
`,
});

export const localMaven: StandIn = onDebian({
  name: "maven",
  wanted: "maven:3-eclipse-temurin-21",
  reference: "docker-mcp-manager/base-maven:3",
  madeFrom: "Debian's Maven and OpenJDK 21",
  dockerfile: `${head}
${manuals}${install("maven openjdk-21-jdk-headless")}${javaAuthorities}CMD ["mvn"]
`,
});
