import { textOf } from "./checkout.js";

interface LockedPackage {
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const locked = (JSON.parse(textOf("package-lock.json")) as { packages: Record<string, LockedPackage> })
  .packages;

/** Whether a package finds another one where Node looks: in its own node_modules, or in one further out. */
function finds(from: string, name: string): boolean {
  if (`${from === "" ? "" : `${from}/`}node_modules/${name}` in locked) return true;
  if (from === "") return false;
  const outer = from.lastIndexOf("/node_modules/");
  return finds(outer === -1 ? "" : from.slice(0, outer), name);
}

describe("the lock file", () => {
  test("has every package that another one asks for, those of other platforms too, or npm ci refuses it", () => {
    const missing = Object.entries(locked).flatMap(([path, { dependencies, optionalDependencies }]) =>
      Object.keys({ ...dependencies, ...optionalDependencies })
        .filter((name) => !finds(path, name))
        .map((name) => `${name}, for ${path}`),
    );
    expect(missing).toEqual([]);
  });

  test("names no registry, so that everybody installs from their own", () => {
    const named = Object.entries(locked).filter(([, { resolved }]) => resolved?.startsWith("http"));
    expect(named).toEqual([]);
  });
});
