import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

/**
 * Imports a module of the sources as it stands: Node 24 strips its types. Our imports name the compiled file, `.js`, so
 * that the one that is meant has to be found.
 * @param {string} path of the checkout, absolute
 */
export async function importSource(path) {
  const hooks = registerHooks({
    resolve(specifier, context, next) {
      const source = specifier.startsWith(".")
        ? new URL(specifier.replace(/\.js$/, ".ts"), context.parentURL)
        : null;
      return source && existsSync(fileURLToPath(source))
        ? next(source.href, context)
        : next(specifier, context);
    },
  });
  try {
    return await import(path);
  } finally {
    hooks.deregister();
  }
}
