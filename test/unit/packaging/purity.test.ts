import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkout, sourcesUnder, textOf } from "./checkout.js";

/** Lines of the sources under some folders that match, as `file:line`. Comments do not count. */
function linesThatSay(pattern: RegExp, folders: readonly string[]): string[] {
  return folders
    .filter((folder) => existsSync(join(checkout, folder)))
    .flatMap(sourcesUnder)
    .flatMap((path) =>
      textOf(path)
        .split("\n")
        .map((line, index) => ({ line, place: `${path}:${index + 1}` }))
        .filter(({ line }) => !/^\s*(\*|\/\/|\/\*)/.test(line) && pattern.test(line))
        .map(({ place }) => place),
    );
}

describe("what a file may reach for", () => {
  test("only the configuration reads the environment", () => {
    const readers = linesThatSay(/process\s*\.\s*env|from "node:process"/, [
      "engine",
      "api",
      "billing",
      "migrations",
    ]);
    expect(readers.filter((place) => !place.startsWith("api/config.ts:"))).toEqual([]);
  });

  test("the engine has no clock of its own", () => {
    expect(
      linesThatSay(/Date\.now\(|new Date\(\)|performance\.|setTimeout|setInterval|hrtime/, ["engine"]),
    ).toEqual([]);
  });

  test("the engine has no randomness of its own", () => {
    const sources = /Math\.random|randomBytes|randomUUID|randomInt|randomFill|getRandomValues|generateKey/;
    expect(linesThatSay(sources, ["engine"])).toEqual([]);
  });

  test("the engine reaches neither files nor the network nor the process", () => {
    // HarfBuzz is a computation, loaded late because few need it.
    const reaches =
      /\bfetch\(|import\((?!"harfbuzzjs"\))|\brequire\(|\bprocess\.|globalThis|\beval\(|new Function/;
    expect(linesThatSay(reaches, ["engine"])).toEqual([]);
  });
});
