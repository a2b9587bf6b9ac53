import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { runScript } from "./bootstrap.mjs";
import { at, read, root, SetupError, say } from "./checkout.mjs";
import { completeApi } from "./completeApi.mjs";
import { runTool } from "./runtime.mjs";
import { importSource } from "./typescriptModules.mjs";

// Runs on Node 24: makes the OpenAPI description and the routes from the controllers, and the description of events from
// their catalogue, or with --check only compares them with what is committed.
const isCheck = process.argv.includes("--check");

await runScript(async () => {
  const files = {
    ...(await generate(JSON.parse(read("tsoa.json")))),
    ...(await describeEvents()),
    ...(await describeDialects()),
  };
  const drifted = Object.keys(files).filter((path) => read(path) !== files[path]);
  if (isCheck) {
    for (const path of drifted)
      say(`${path} is not what the sources say. Run npm run generate and commit it.`);
    return drifted.length === 0 ? 0 : 1;
  }
  for (const path of drifted) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), files[path]);
    say(`Wrote ${path}.`);
  }
  return 0;
});

/** @returns {Promise<Record<string, string>>} texts of the generated files, by their path in the checkout */
async function generate(config) {
  const draft = at("var", `generate-${process.pid}`);
  const specName = `${config.spec.specFileBaseName ?? "swagger"}.json`;
  const routesName = config.routes.routesFileName ?? "routes.ts";
  mkdirSync(draft, { recursive: true });
  try {
    const draftConfig = {
      ...config,
      // In an order of our own: that of the file system differs between machines, and the routes would follow it.
      controllerPathGlobs: globSync(config.controllerPathGlobs, { cwd: root }).sort(),
      spec: { ...config.spec, outputDirectory: draft },
      routes: { ...config.routes, routesDir: draft },
    };
    writeFileSync(join(draft, "tsoa.json"), JSON.stringify(draftConfig));
    const tsoa = at("node_modules", "tsoa", "dist", "cli.js");
    const { status, output } = await runTool([tsoa, "spec-and-routes", "-c", join(draft, "tsoa.json")], {
      quiet: true,
    });
    if (status !== 0) throw new SetupError(output.trim());
    return {
      [join(config.spec.outputDirectory, specName)]: ordered(readFileSync(join(draft, specName), "utf8")),
      [join(config.routes.routesDir, routesName)]: moved(
        readFileSync(join(draft, routesName), "utf8"),
        draft,
        at(config.routes.routesDir),
      ),
    };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

/** @returns {Promise<Record<string, string>>} as `generate` does */
async function describeEvents() {
  const { eventsDescription } = await importSource(
    at("api", "webhooks", "catalogue", "eventsDescription.ts"),
  );
  return { [join("openapi", "events.json")]: `${JSON.stringify(eventsDescription(), null, 2)}\n` };
}

/** @returns {Promise<Record<string, string>>} as `generate` does */
async function describeDialects() {
  const { dialectDescriptions } = await importSource(at("api", "dialects", "descriptions.ts"));
  return Object.fromEntries(
    dialectDescriptions.map(({ name, describe }) => [
      join("openapi", `${name}.json`),
      `${JSON.stringify(describe(), null, 2)}\n`,
    ]),
  );
}

/** A description whose paths and components stand in alphabetical order, so that two versions compare well. */
function ordered(text) {
  const { openapi, info, servers, tags, paths, components, ...rest } = completeApi(JSON.parse(text));
  const parts = Object.entries(components ?? {}).map(([kind, members]) => [kind, sorted(members)]);
  const description = {
    openapi,
    info,
    servers,
    tags,
    ...rest,
    paths: sorted(paths),
    components: Object.fromEntries(parts),
  };
  return `${JSON.stringify(description, null, 2)}\n`;
}

function sorted(members) {
  return Object.fromEntries(Object.entries(members).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A module's text whose relative imports still meet their files from another directory. */
function moved(text, from, to) {
  return text.replace(/((?:from|import|require)\s*\(?\s*['"])(\.{1,2}\/[^'"]*)/g, (_, before, path) => {
    const target = relative(to, resolve(from, path)).replaceAll("\\", "/");
    return `${before}${target.startsWith(".") ? "" : "./"}${target}`;
  });
}
