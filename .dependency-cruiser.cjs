/**
 * Imports point one way:
 * engine <- ports <- capabilities <- controllers and dialects <- http <- compose. Adapters stand beside: they
 * implement ports, and only the composition knows them.
 */
const foundations = "^api/(ports|database|failure|ids)/";
const controllers = "Controller\\.ts$";
/** What stands above the capabilities. */
const above = "^api/(http|dialects|generated|compose|config|main)(/|\\.ts$)";
/** What is no capability. */
const notCapabilities = `${foundations}|^api/adapters/|${above}|^api/[^/]+\\.ts$|${controllers}`;

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two files that import each other are one idea in two places.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "platform-is-types",
      comment: "It lists what the composition hands out; nothing runs there.",
      severity: "error",
      from: { path: "^api/platform\\.ts$" },
      to: { dependencyTypesNot: ["type-only"] },
    },
    {
      name: "everything-resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "engine-is-pure",
      comment: "Bytes in, bytes out: no file, network, database, clock or randomness of its own.",
      severity: "error",
      from: { path: "^engine/" },
      to: {
        pathNot: [
          "^engine/",
          "^(node:)?(crypto|zlib|buffer)$",
          "^node_modules/(canonicalize|bidi-js|harfbuzzjs)/",
        ],
      },
    },
    {
      name: "ports-know-the-engine-only",
      severity: "error",
      from: { path: "^api/ports/" },
      to: { path: "^(api|billing|cli|migrations|test)/", pathNot: "^api/ports/" },
    },
    {
      name: "foundations-know-no-capability",
      comment: "The database, failures and ids are what capabilities stand on.",
      severity: "error",
      from: { path: "^api/(database|failure|ids)/" },
      to: { path: "^(api|billing|cli|test)/", pathNot: foundations },
    },
    {
      name: "adapters-know-ports-only",
      comment: "An adapter speaks to one backend, and knows no rule of the trade.",
      severity: "error",
      from: { path: "^api/adapters/" },
      to: { path: "^(api|billing|cli|migrations|test)/", pathNot: ["^api/(ports|adapters)/"] },
    },
    {
      name: "only-the-composition-knows-adapters",
      severity: "error",
      from: { path: "^(api|billing|engine)/", pathNot: ["^api/adapters/", "^api/compose(/|\\.ts$)"] },
      to: { path: "^api/adapters/" },
    },
    {
      name: "capabilities-know-nothing-above-them",
      comment: "A use case can be called by /v1, by a dialect, by the worker and by a test.",
      severity: "error",
      from: { path: "^api/[^/]+/", pathNot: notCapabilities },
      to: { path: [above, controllers] },
    },
    {
      name: "controllers-and-dialects-know-no-wiring",
      severity: "error",
      from: { path: [controllers, "^api/dialects/"] },
      to: { path: "^api/(adapters|generated|compose|config|main)(/|\\.ts$)" },
    },
    {
      name: "http-knows-no-wiring",
      severity: "error",
      from: { path: "^api/http/" },
      to: { path: "^api/(adapters|compose|config|main)(/|\\.ts$)" },
    },
    {
      name: "billing-stands-alone",
      comment: "It reads usage events, and nothing else of the service.",
      severity: "error",
      from: { path: "^billing/" },
      to: { path: "^(api|cli|test)/", pathNot: ["^api/usage/", foundations] },
    },
    {
      name: "cli-is-a-stranger",
      comment: "What it can do, anybody can: by HTTP, or with the engine. The database is the operator's.",
      severity: "error",
      from: { path: "^cli/", pathNot: "^cli/(access|migrate|operatorDatabase|schema|stuck)\\.ts$" },
      to: { path: "^(api|billing|migrations|test)/" },
    },
    {
      name: "nothing-knows-the-tests",
      severity: "error",
      from: { path: "^(engine|api|billing|cli|migrations)/" },
      to: { path: "^test/" },
    },
    {
      name: "no-development-dependency-in-production",
      severity: "error",
      from: { path: "^(engine|api|billing|cli|migrations)/" },
      to: { dependencyTypes: ["npm-dev", "npm-no-pkg"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    doNotFollow: { path: "^node_modules/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      conditionNames: ["import", "node", "default", "types"],
      exportsFields: ["exports"],
    },
  },
};
