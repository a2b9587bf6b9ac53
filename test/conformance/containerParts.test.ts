import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { buildContainer } from "../../engine/asic/buildContainer.js";
import { readContainer } from "../../engine/asic/readContainer.js";
import { renewContainer } from "../../engine/asic/renewContainer.js";
import { newAuthorities } from "../support/authorities.js";
import { describeWith } from "../support/judges.js";
import { timestampTokenOf } from "../support/timestampTokenOf.js";
import { files } from "./judging/containerFiles.js";

const run = promisify(execFile);

describeWith(["openssl", "unzip", "python3"], "the parts of an ASiC-E container", () => {
  let directory: string;
  let container: Uint8Array;
  const at = (name: string) => join(directory, name);
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "paraph-parts-"));
    const authorities = await newAuthorities();
    const { timestamp, revocation, roots } = authorities;
    const options = { timestamp, revocation, known: { trustAnchors: roots } };
    const signer = await authorities.longLivedSigner();
    const first = await buildContainer(files, { ...signer, ...options, signingTime: new Date() });
    container = await renewContainer(first, { ...options, at: new Date(), digestAlgorithm: "sha512" });
    await writeFile(at("evidence.asice"), container);
    await writeFile(at("root.pem"), authorities.rootPem);
    for (const [name, bytes] of readContainer(container).files)
      if (name.startsWith("META-INF/")) await writeFile(at(name.slice(9)), bytes);
  });
  afterAll(() => rm(directory, { recursive: true }));

  test("are unpacked whole, by their names, by programs that know nothing of it", async () => {
    const { stdout } = await run("unzip", ["-t", at("evidence.asice")]);
    expect(stdout).toContain("No errors detected");
    await run("python3", ["-m", "zipfile", "-e", at("evidence.asice"), at("unpacked")]);
    const list = "import sys,zipfile; print('\\n'.join(zipfile.ZipFile(sys.argv[1]).namelist()))";
    const names = (await run("python3", ["-X", "utf8", "-c", list, at("evidence.asice")])).stdout
      .trim()
      .split("\n");
    expect(names).toEqual(["mimetype", ...readContainer(container).files.keys()]);
  });

  test("are a signature over the manifest, by openssl", async () => {
    const { stderr } = await run("openssl", [
      ...["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", at("signature001.p7s")],
      ...["-content", at("ASiCManifest001.xml"), "-CAfile", at("root.pem"), "-out", "/dev/null"],
    ]);
    expect(stderr).toContain("CAdES Verification successful");
  });

  test("are time-stamps over the signature value and over each archive manifest, by openssl", async () => {
    const { token, signatureValue } = timestampTokenOf(
      readContainer(container).files.get("META-INF/signature001.p7s")!,
    );
    await writeFile(at("signature.tst"), token);
    await writeFile(at("signature.value"), signatureValue);
    const stamps = [
      ["signature.tst", "signature.value"],
      ["timestamp001.tst", "ASiCArchiveManifest001.xml"],
      ["timestamp002.tst", "ASiCArchiveManifest.xml"],
    ] as const;
    for (const [stamp, data] of stamps) {
      const verify = [
        "ts",
        "-verify",
        "-in",
        at(stamp),
        "-token_in",
        "-data",
        at(data),
        "-CAfile",
        at("root.pem"),
      ];
      const { stdout, stderr } = await run("openssl", verify);
      expect(stdout + stderr).toContain("Verification: OK");
    }
  });
});
