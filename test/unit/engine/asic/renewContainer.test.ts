import { digestMethods } from "../../../../engine/asic/manifestWriter.js";
import { readContainer } from "../../../../engine/asic/readContainer.js";
import { readManifest } from "../../../../engine/asic/readManifest.js";
import { renewContainer } from "../../../../engine/asic/renewContainer.js";
import { readZip } from "../../../../engine/asic/zipReader.js";
import { packedEntry, writeZip } from "../../../../engine/asic/zipWriter.js";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { revocationInfoOf } from "../../../../engine/cms/revocationInfo.js";
import { verifyTimestampOf } from "../../../../engine/tsp/verifyToken.js";
import { type Authorities, newAuthorities } from "../../../support/authorities.js";
import { renewing, sampleContainer } from "./sampleContainer.js";

const NEWEST = "META-INF/ASiCArchiveManifest.xml";
const FORMER = "META-INF/ASiCArchiveManifest001.xml";
const DAY = 86_400_000;

describe("a container's renewal", () => {
  let now: number;
  let authorities: Authorities;
  let container: Uint8Array;
  let renewed: Uint8Array;
  beforeAll(async () => {
    now = Date.now();
    authorities = await newAuthorities(() => new Date(now));
    container = await sampleContainer(authorities, { signingTime: new Date(now) });
    now += 100 * DAY;
    await authorities.renewLists();
    renewed = await renewContainer(container, { ...renewing(authorities), at: new Date(now) });
  });
  const filesOf = (bytes: Uint8Array) => readContainer(bytes).files;
  const manifestOf = (bytes: Uint8Array, name = NEWEST) => readManifest(filesOf(bytes).get(name)!, name);

  test("changes no file by a byte but the newest time-stamp, and the name of its manifest", () => {
    const after = filesOf(renewed);
    for (const [name, bytes] of filesOf(container)) {
      if (name === "META-INF/timestamp001.tst") continue;
      const stays = after.get(name === NEWEST ? FORMER : name);
      expect(stays && Buffer.compare(stays, bytes)).toBe(0);
    }
    const before = readZip(container).filter(({ name }) => !name.startsWith("META-INF/"));
    const packed = readZip(renewed).slice(0, before.length);
    expect(packed.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
    for (const [index, { compressed, time, date }] of before.entries()) {
      expect(Buffer.compare(packed[index]!.compressed, compressed)).toBe(0);
      expect(packed[index]).toMatchObject({ time, date });
    }
  });

  test("puts revocation data from after the newest time-stamp into its token, which stays as good as it was", () => {
    const token = filesOf(renewed).get("META-INF/timestamp001.tst")!;
    verifyTimestampOf(token, [filesOf(renewed).get(FORMER)!]);
    expect(revocationInfoOf(parseSignedData(token)).crls.map((crl) => Buffer.from(crl))).toEqual([
      Buffer.from(authorities.crls[0]!),
    ]);
  });

  test("adds an archive manifest that names every file there was, the one before it as root, and a time-stamp", () => {
    const { references, signature } = manifestOf(renewed);
    const others = [...filesOf(renewed).keys()].filter((name) => name !== NEWEST && name !== signature.uri);
    expect(references.map(({ uri }) => uri)).toEqual(others);
    expect(references.filter(({ rootfile }) => rootfile).map(({ uri }) => uri)).toEqual([FORMER]);
    expect(references.every(({ mimeType }) => mimeType !== null)).toBe(true);
    verifyTimestampOf(filesOf(renewed).get(signature.uri)!, [filesOf(renewed).get(NEWEST)!]);
  });

  test("may be by a stronger digest, and be renewed once more", async () => {
    const options = { ...renewing(authorities), at: new Date(now) };
    const twice = await renewContainer(renewed, { ...options, digestAlgorithm: "sha512" });
    const { references, signature } = manifestOf(twice);
    expect(signature.uri).toBe("META-INF/timestamp003.tst");
    for (const { digestAlgorithm } of references) expect(digestAlgorithm).toBe(digestMethods.sha512);
    expect(references.filter(({ rootfile }) => rootfile).map(({ uri }) => uri)).toEqual([
      "META-INF/ASiCArchiveManifest002.xml",
    ]);
    expect(manifestOf(twice, FORMER)).toEqual(manifestOf(container));
  });

  test("is refused for a container in which a file is no longer what was archived, and names the file", async () => {
    const entries = readZip(container).map((entry) =>
      entry.name === "empty.txt" ? packedEntry(entry.name, Buffer.from("!"), new Date(now)) : entry,
    );
    const refusal = { code: "container_damaged", message: expect.stringContaining("empty.txt") };
    await expect(renewContainer(writeZip(entries), renewing(authorities))).rejects.toMatchObject(refusal);
    const without = readZip(container).filter(({ name }) => name !== "empty.txt");
    await expect(renewContainer(writeZip(without), renewing(authorities))).rejects.toMatchObject(refusal);
  });

  test("is refused when the time-stamp is over another manifest", async () => {
    const entries = readZip(container).map((entry) => {
      if (entry.name !== NEWEST) return entry;
      const text = Buffer.from(filesOf(container).get(NEWEST)!).toString("utf8");
      return packedEntry(
        NEWEST,
        Buffer.from(text.replace("<asic:DataObject", " <asic:DataObject")),
        new Date(now),
      );
    });
    const refused = renewContainer(writeZip(entries), renewing(authorities));
    await expect(refused).rejects.toMatchObject({ code: "timestamp_response_invalid" });
  });

  test("is refused when issuers are not known, and says for which time-stamp", async () => {
    const { timestamp } = authorities;
    const known = { trustAnchors: [(await newAuthorities()).roots[0]!] };
    const refused = renewContainer(container, { timestamp, at: new Date(now), known });
    await expect(refused).rejects.toMatchObject({
      code: "validation_data_missing",
      message: expect.stringContaining("for the archive time-stamp the certificate that issued"),
    });
  });

  test("by another unit brings what the validation of the new time-stamp needs, so that nobody has to be asked", async () => {
    const other = await newAuthorities(() => new Date(now), "http://other.example");
    const { timestamp, revocation, roots } = other;
    const moved = await renewContainer(container, {
      timestamp,
      revocation: { crl: async (url) => (await revocation.crl(url)) ?? authorities.revocation.crl(url) },
      known: { trustAnchors: [...authorities.roots, ...roots] },
      at: new Date(now),
    });
    const token = filesOf(moved).get("META-INF/timestamp002.tst")!;
    verifyTimestampOf(token, [filesOf(moved).get(NEWEST)!]);
    const { crls } = revocationInfoOf(parseSignedData(token));
    expect(crls.map((crl) => Buffer.from(crl))).toEqual([Buffer.from(other.crls[0]!)]);
  });

  test("gives a container of level B-LT its first archive time-stamp", async () => {
    const options = { ...renewing(authorities), at: new Date(now) };
    const plain = await sampleContainer(authorities, { level: "B-LT", signingTime: new Date(now) });
    const archived = await renewContainer(plain, options);
    const { references } = manifestOf(archived);
    expect(references.some(({ rootfile }) => rootfile)).toBe(false);
    expect(filesOf(archived).size).toBe(filesOf(plain).size + 2);
  });
});
