import { textOf } from "./checkout.js";

const lines = textOf("Dockerfile")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"));
const last = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));

describe("the image", () => {
  test("is built on the official Node 24, pinned to a version", () => {
    expect(lines.filter((line) => line.startsWith("ARG NODE="))).toEqual([
      expect.stringMatching(/^ARG NODE=node:24\.\d+\.\d+-[a-z]+-slim$/),
    ]);
    const bases = lines.filter((line) => line.startsWith("FROM "));
    expect(bases.filter((line) => !/^FROM \$\{NODE\}( AS [a-z]+)?$/.test(line))).toEqual([]);
  });

  test("runs as an ordinary user", () => {
    expect(last.filter((line) => line.startsWith("USER "))).toEqual(["USER node"]);
    const user = last.indexOf("USER node");
    expect(last.slice(user).some((line) => line.startsWith("RUN "))).toBe(false);
  });

  test("tells whether it is well", () => {
    const check = last.find((line) => line.startsWith("HEALTHCHECK "));
    expect(check).toContain("/health");
    const command = JSON.parse(check?.slice(check.indexOf("[")) ?? "[]") as string[];
    expect(command.slice(0, 2)).toEqual(["node", "--eval"]);
    expect(() => new Function(command[2] ?? "(")).not.toThrow();
  });

  test("is stopped by the signal that the service listens to: nothing stands between", () => {
    expect(last.at(-1)).toMatch(/^CMD \["node", /);
  });

  test("gets neither secrets nor what was built elsewhere", () => {
    const ignored = textOf(".dockerignore").split("\n");
    expect(ignored).toEqual(expect.arrayContaining([".env", ".git", "dist", "node_modules", "var"]));
  });
});
