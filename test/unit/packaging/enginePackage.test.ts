import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { PDFDocument } from "pdf-lib";
import { levelsOf } from "../../../engine/pades/levelsOf.js";
import { type AuthorityServer, startAuthorityServer } from "../../support/authorityServer.js";
import { describeWith } from "../../support/judges.js";
import { sampleDocument } from "../engine/pades/sampleDocument.js";
import { checkout, textOf } from "./checkout.js";

const run = promisify(execFile);

/** What the engine depends on, and what that depends on: packed from the checkout, so that no registry is asked. */
const DEPENDENCIES = ["bidi-js", "require-from-string", "canonicalize", "harfbuzzjs"];

const jsonOf = (path: string) => JSON.parse(textOf(path)) as Record<string, Record<string, string>>;

/** A document that says where it is to be signed. */
async function markedDocument(): Promise<Uint8Array> {
  const document = await PDFDocument.load(await sampleDocument(1, false));
  document.getPage(0).drawText("[[sign:1]]", { x: 60, y: 300 });
  return document.save();
}

describe("the package @paraph/engine", () => {
  test("depends on what its sources import, in the versions that the checkout tests", () => {
    const { dependencies } = jsonOf("engine/package.json");
    expect(Object.keys(dependencies ?? {})).toEqual(["bidi-js", "canonicalize", "harfbuzzjs"]);
    expect(jsonOf("package.json")["dependencies"]).toMatchObject(dependencies ?? {});
    expect(jsonOf("engine/package.json")["version"]).toBe(jsonOf("package.json")["version"]);
  });

  test("has a table that names every code of a refusal once, and no other", () => {
    const codes = [...textOf("engine/error.ts").matchAll(/^ {2}\| "(\w+)"/gm)].map(([, code]) => code);
    const rows = [...textOf("engine/ERRORS.md").matchAll(/^\| `(\w+)` +\|/gm)].map(([, code]) => code);
    expect(codes.length).toBeGreaterThan(20);
    expect(rows.sort()).toEqual(codes.sort());
  });

  test("has a README of one screen", () => {
    expect(textOf("engine/README.md").split("\n").length).toBeLessThan(80);
  });
});

describeWith(["npm"], "the package @paraph/engine, installed in an empty directory", () => {
  let directory: string;
  let server: AuthorityServer;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "paraph-package-"));
    server = await startAuthorityServer();
    const packed = join(directory, "packed");
    const installed = join(directory, "installed");
    await mkdir(packed);
    await mkdir(installed);
    await run(process.execPath, [join(checkout, "scripts", "packEngine.mjs"), join(directory, "engine")]);
    const folders = DEPENDENCIES.map((name) => join(checkout, "node_modules", name));
    await run("npm", ["pack", "--ignore-scripts", join(directory, "engine"), ...folders], { cwd: packed });
    await writeFile(join(installed, "package.json"), '{ "private": true, "type": "module" }');
    const tarballs = (await readdir(packed)).map((name) => join(packed, name));
    await run("npm", ["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", ...tarballs], {
      cwd: installed,
    });
  }, 180_000);
  afterAll(async () => {
    await server.stop();
    await rm(directory, { recursive: true });
  });

  const inPackage = (...path: string[]) => join(directory, "installed", ...path);
  const program = async (name: string, source: string) => {
    await writeFile(inPackage(name), source);
    const env = { ...process.env, TSA_URL: server.timestampUrl };
    return run(process.execPath, [name], { cwd: inPackage(), env });
  };

  test("holds the compiled engine with its types, README, ERRORS, LICENSE and NOTICE, and nothing of the service", async () => {
    const root = inPackage("node_modules", "@paraph", "engine");
    expect((await readdir(root)).sort()).toEqual([
      "ERRORS.md",
      "LICENSE",
      "NOTICE",
      "README.md",
      "dist",
      "package.json",
    ]);
    const files = await readdir(join(root, "dist"), { recursive: true });
    expect(files.filter((name) => name.includes(".") && !/\.(d\.ts|js)$/.test(name))).toEqual([]);
    expect(files).toContain("index.d.ts");
    expect(files).toContain("evidence/verifyEvidence.js");
  });

  test('runs import { sign } from "@paraph/engine" on a PDF', async () => {
    const { certificates, privateKey } = await server.authorities.oneTimeSigner();
    await writeFile(inPackage("contract.pdf"), await sampleDocument(1, true));
    await writeFile(inPackage("signer.der"), certificates[0]!);
    await writeFile(inPackage("issuer.der"), certificates[1]!);
    await writeFile(inPackage("signer.key"), privateKey.export({ type: "pkcs8", format: "pem" }));
    await program(
      "first.js",
      `import { createPrivateKey, sign as signMessage } from "node:crypto";
       import { readFileSync, writeFileSync } from "node:fs";
       import { sign } from "@paraph/engine";
       const key = createPrivateKey(readFileSync("signer.key"));
       writeFileSync("first.pdf", await sign(readFileSync("contract.pdf"), {
         certificates: [readFileSync("signer.der")],
         sign: (message) => signMessage("sha256", message, key),
         signingDate: new Date(),
       }));`,
    );
    expect(levelsOf(await readFile(inPackage("first.pdf")))).toMatchObject([{ level: "B-B" }]);
  });

  test("does what its README shows", async () => {
    const { authorities } = server;
    const { certificates, privateKey } = await authorities.longLivedSigner();
    await writeFile(inPackage("contract.pdf"), await markedDocument());
    await writeFile(inPackage("signer.der"), certificates[0]!);
    await writeFile(inPackage("issuer.der"), certificates[1]!);
    await writeFile(inPackage("signer.key"), privateKey.export({ type: "pkcs8", format: "pem" }));
    await writeFile(inPackage("root.der"), authorities.roots[0]!);
    for (const [name, font] of [
      ["latin.ttf", "NotoSans-Regular.ttf"],
      ["arabic.ttf", "NotoNaskhArabic-Regular.ttf"],
    ] as const) {
      await writeFile(inPackage(name), await readFile(join(checkout, "assets/fonts", font)));
    }
    const snippets = [...textOf("engine/README.md").matchAll(/^```js\n(.*?)^```$/gms)].map(
      ([, code]) => code,
    );
    expect(snippets.length).toBe(5);
    const { stdout } = await program("readme.js", snippets.join("\n"));
    expect(stdout).toMatch(/level: 'B-LTA'/);
    expect(stdout).toMatch(/^pdf_not_a_pdf The document is no PDF: /m);
    for (const [name, level] of [
      ["signed.pdf", "B-B"],
      ["archived.pdf", "B-LTA"],
    ] as const) {
      expect(levelsOf(await readFile(inPackage(name)))).toMatchObject([{ level, baseline: true }]);
    }
  });

  test("gives TypeScript types that a strict program compiles with", async () => {
    await writeFile(
      inPackage("typed.ts"),
      `import { EngineError, extend, type PadesLevel, sign, type SignOptions } from "@paraph/engine";
       const options: SignOptions = { certificates: [], sign: (message: Uint8Array) => message, signingDate: new Date(0) };
       const level: PadesLevel = "B-LTA";
       export const signed: Promise<Uint8Array> = sign(new Uint8Array(), { ...options, level });
       export const failed = (error: unknown): string => (error instanceof EngineError ? error.code : "");
       // @ts-expect-error no such level
       export const wrong = extend(new Uint8Array(), { level: "B-B", timestamp: () => new Uint8Array() });`,
    );
    const compilerOptions = {
      ...{ strict: true, noEmit: true, module: "nodenext", target: "es2024", types: ["node"] },
      typeRoots: [join(checkout, "node_modules", "@types")],
    };
    await writeFile(inPackage("tsconfig.json"), JSON.stringify({ compilerOptions, files: ["typed.ts"] }));
    const compiler = join(checkout, "node_modules", "@typescript", "native", "bin", "tsc");
    const { stdout } = await run(process.execPath, [compiler, "--project", inPackage("tsconfig.json")]).catch(
      (error: { stdout: string }) => error,
    );
    expect(stdout).toBe("");
  }, 60_000);
});
