# syntax=docker/dockerfile:1
# Teapot in a container: Node, and one program made of the sources and the packages. No shell, no npm, no root.
# To pin what is built on to the byte, pass a digest: --build-arg NODE_IMAGE=node:24.21.0-trixie-slim@sha256:…
ARG NODE_IMAGE=node:24.21.0-trixie-slim
# Not distroless’ own Node image: its patch level is another one than that of the tests.
ARG BASE_IMAGE=gcr.io/distroless/cc-debian13:nonroot

FROM ${NODE_IMAGE} AS build
WORKDIR /app
# The packages change less often than the sources, so that their layer is kept.
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY build.ts ./
COPY src ./src
RUN node build.ts
RUN mkdir /data && chown 65532:65532 /data

FROM ${BASE_IMAGE}
LABEL org.opencontainers.image.title="Teapot" \
      org.opencontainers.image.description="Answers questions about HTTP status codes on Slack and Discord" \
      org.opencontainers.image.licenses="MIT"
WORKDIR /app
COPY --from=build /usr/local/bin/node /usr/local/bin/node
COPY --from=build --chown=65532:65532 /data /data
COPY --from=build /app/dist ./
ENV NODE_ENV=production \
    DATABASE_URL=sqlite:/data/teapot.db \
    PORT=3000
USER 65532:65532
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 \
  CMD ["/usr/local/bin/node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 3000) + '/livez').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/usr/local/bin/node", "--disable-warning=ExperimentalWarning", "--max-semi-space-size=8", "--v8-pool-size=1", "--expose-gc"]
CMD ["main.mjs"]
