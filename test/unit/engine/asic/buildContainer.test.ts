import { digestMethods } from "../../../../engine/asic/manifestWriter.js";
import { readContainer } from "../../../../engine/asic/readContainer.js";
import { readManifest } from "../../../../engine/asic/readManifest.js";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { digestMatches, signerVerifies } from "../../../../engine/cms/verifySigner.js";
import { verifyTimestampOf } from "../../../../engine/tsp/verifyToken.js";
import { digestOf } from "../../../../engine/x509/digestAlgorithm.js";
import { type Authorities, newAuthorities } from "../../../support/authorities.js";
import { sampleContainer, sampleFiles } from "./sampleContainer.js";

const SIGNED = "META-INF/ASiCManifest001.xml";
const ARCHIVED = "META-INF/ASiCArchiveManifest.xml";

describe("a container", () => {
  let authorities: Authorities;
  let files: ReadonlyMap<string, Uint8Array>;
  beforeAll(async () => {
    authorities = await newAuthorities();
    files = readContainer(await sampleContainer(authorities)).files;
  });
  const manifest = (name: string) => readManifest(files.get(name)!, name);

  test("holds the files as they were given, in their order, before what vouches for them", () => {
    const own = [SIGNED, "META-INF/signature001.p7s", ARCHIVED, "META-INF/timestamp001.tst"];
    expect([...files.keys()]).toEqual([...sampleFiles.map(({ name }) => name), ...own]);
    for (const { name, bytes } of sampleFiles) expect(Buffer.compare(files.get(name)!, bytes)).toBe(0);
  });

  test("has a manifest that names each file with its digest and media type, and a signature over the manifest", () => {
    const { signature, references } = manifest(SIGNED);
    expect(signature).toEqual({ uri: "META-INF/signature001.p7s", mimeType: "application/pkcs7-signature" });
    expect(references).toEqual(
      sampleFiles.map(({ name: uri, bytes, mediaType: mimeType }) => ({
        uri,
        mimeType,
        rootfile: false,
        digestAlgorithm: digestMethods.sha256,
        digest: Buffer.from(digestOf("sha256", bytes)),
      })),
    );
    const signed = parseSignedData(files.get("META-INF/signature001.p7s")!);
    expect(signerVerifies(signed) && digestMatches(signed, files.get(SIGNED)!)).toBe(true);
  });

  test("has at B-LTA an archive manifest over the files and all that is over them, and a time-stamp over it", () => {
    const { signature, references } = manifest(ARCHIVED);
    const covered = [...sampleFiles.map(({ name }) => name), SIGNED, "META-INF/signature001.p7s"];
    expect(references.map(({ uri }) => uri)).toEqual(covered);
    for (const { uri, digest } of references)
      expect(digest).toEqual(Buffer.from(digestOf("sha256", files.get(uri)!)));
    verifyTimestampOf(files.get(signature.uri)!, [files.get(ARCHIVED)!]);
  });

  test.each(["B-B", "B-T", "B-LT"] as const)("has at %s no archive manifest", async (level) => {
    const names = [...readContainer(await sampleContainer(authorities, { level })).files.keys()];
    expect(names).toEqual([...sampleFiles.map(({ name }) => name), SIGNED, "META-INF/signature001.p7s"]);
  });

  test("is by another digest throughout when that is asked for", async () => {
    const { files: by384 } = readContainer(await sampleContainer(authorities, { manifestDigest: "sha384" }));
    for (const name of [SIGNED, ARCHIVED]) {
      const { references } = readManifest(by384.get(name)!, name);
      for (const { digestAlgorithm, digest } of references)
        expect([digestAlgorithm, digest.length]).toEqual([digestMethods.sha384, 48]);
    }
  });

  test("needs a source of time-stamps for B-LTA", async () => {
    const { revocation, roots } = authorities;
    const without = sampleContainer({ ...authorities, revocation, roots, timestamp: undefined as never });
    await expect(without).rejects.toMatchObject({ code: "state_invalid" });
  });
});
