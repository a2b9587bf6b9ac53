import { readContainer } from "../../../../engine/asic/readContainer.js";
import { verifyEvidence } from "../../../../engine/evidence/verifyEvidence.js";
import { mimetype, rawZip } from "../asic/rawZip.js";
import { changedFiles, type Files, hex } from "./evidenceFiles.js";
import { edited, repacked } from "./repacked.js";
import { type SampleEvidence, sampleEvidence } from "./sampleEvidence.js";

const MANIFEST = "META-INF/ASiCManifest001.xml";
const ARCHIVE = "META-INF/ASiCArchiveManifest.xml";
const SIGNATURE = "META-INF/signature001.p7s";
const TOKEN = "META-INF/timestamp001.tst";

let sample: SampleEvidence;
let container: Uint8Array;
beforeAll(async () => {
  sample = await sampleEvidence(2, 1);
  container = await sample.seal(sample.files);
});
afterAll(() => sample.stop());

function codesOf(bytes: Uint8Array, time = sample.authorities.clock.now()): string[] {
  const { verdict, faults } = verifyEvidence(bytes, {
    trustAnchors: [sample.authorities.hierarchy.root.der],
    time,
  });
  expect(verdict === "failed").toBe(faults.length > 0);
  return [...new Set(faults.map(({ code }) => code))];
}
const codesAfter = (change: (files: Files) => void) => codesOf(repacked(container, change));

describe("a container that was changed after it was sealed is named a fault:", () => {
  test("not at all, when it was only packed anew", () => {
    expect(codesAfter(() => undefined)).toEqual([]);
  });

  test("not at all, when its files stand in another order", () => {
    const turned = codesAfter((files) => {
      const entries = [...files].reverse();
      files.clear();
      for (const [name, bytes] of entries) files.set(name, bytes);
    });
    expect(turned).toEqual([]);
  });

  test("two documents swapped", () => {
    const [one, other] = ["documents/01-contract-signed.pdf", "documents/02-contract-signed.pdf"] as const;
    const codes = codesAfter((files) => {
      const bytes = files.get(one)!;
      files.set(one, files.get(other)!).set(other, bytes);
    });
    expect(codes).toEqual(
      expect.arrayContaining(["digest_mismatch", "statement_mismatch", "source_not_contained"]),
    );
  });

  test("a file more", () => {
    expect(codesAfter((files) => files.set("note.txt", Buffer.from("x")))).toContain("file_unlisted");
  });

  test("a file more in META-INF", () => {
    expect(codesAfter((files) => files.set("META-INF/signature002.p7s", files.get(SIGNATURE)!))).toEqual([
      "archive_incomplete",
      "file_unlisted",
    ]);
  });

  test("a file less", () => {
    expect(codesAfter((files) => files.delete("consents.json"))).toEqual(["file_missing"]);
  });

  test("the manifest with another digest", () => {
    const codes = codesAfter((files) =>
      edited(files, MANIFEST, (xml) => xml.replace(/<ds:DigestValue>.{8}/, "<ds:DigestValue>AAAAAAAA")),
    );
    expect(codes).toEqual(expect.arrayContaining(["digest_mismatch", "signature_digest_mismatch"]));
  });

  test("a second manifest, which contradicts the first", () => {
    const codes = codesAfter((files) => {
      const text = Buffer.from(files.get(MANIFEST)!).toString();
      files.set(
        "META-INF/ASiCManifest002.xml",
        Buffer.from(text.replace(/<ds:DigestValue>.{8}/, "<ds:DigestValue>AAAAAAAA")),
      );
    });
    expect(codes).toEqual(
      expect.arrayContaining(["manifest_repeated", "manifest_contradiction", "archive_incomplete"]),
    );
  });

  test("a manifest that names a file twice", () => {
    const codes = codesAfter((files) =>
      edited(files, MANIFEST, (xml) =>
        xml.replace(/(<asic:DataObjectReference.*?<\/asic:DataObjectReference>)/, "$1$1"),
      ),
    );
    expect(codes).toEqual(expect.arrayContaining(["manifest_contradiction", "signature_digest_mismatch"]));
  });

  test("a digest that is not accepted", () => {
    const codes = codesAfter((files) =>
      edited(files, MANIFEST, (xml) => xml.replace("2001/04/xmlenc#sha256", "2000/09/xmldsig#sha1")),
    );
    expect(codes).toContain("digest_algorithm_unknown");
  });

  test("a manifest with a DTD", () => {
    expect(
      codesAfter((files) =>
        edited(files, MANIFEST, (xml) => xml.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>')),
      ),
    ).toContain("manifest_malformed");
  });

  test("no manifest", () => {
    expect(codesAfter((files) => files.delete(MANIFEST))).toContain("manifest_missing");
  });

  test("no signature", () => {
    expect(codesAfter((files) => files.delete(SIGNATURE))).toEqual(
      expect.arrayContaining(["signature_missing", "file_missing"]),
    );
  });

  test("a signature that is none", () => {
    expect(codesAfter((files) => files.set(SIGNATURE, Buffer.from("none")))).toEqual(
      expect.arrayContaining(["signature_malformed", "digest_mismatch"]),
    );
  });

  test("another container's signature", async () => {
    const other = readContainer(
      await sample.seal(changedFiles(sample.files, { "README.txt": Buffer.from("x") })),
    ).files;
    expect(codesAfter((files) => files.set(SIGNATURE, other.get(SIGNATURE)!))).toEqual(
      expect.arrayContaining(["signature_digest_mismatch"]),
    );
  });

  test("an archive time-stamp over something else, or none at all", async () => {
    const token = await sample.authorities.unit.timestamp(Buffer.alloc(32));
    expect(codesAfter((files) => files.set(TOKEN, token))).toEqual(["timestamp_mismatch"]);
    expect(codesAfter((files) => files.set(TOKEN, Buffer.from("none")))).toEqual(["timestamp_invalid"]);
    expect(codesAfter((files) => files.delete(TOKEN))).toEqual(["signature_missing"]);
  });

  test("an archive time-stamp that leaves something out", async () => {
    const files = new Map(readContainer(container).files);
    edited(files, ARCHIVE, (xml) =>
      xml.replace(/<asic:DataObjectReference URI="META-INF\/signature001.*\n/, ""),
    );
    const digest = Buffer.from(hex(files.get(ARCHIVE)!), "hex");
    const token = await sample.authorities.unit.timestamp(digest);
    expect(codesAfter((changed) => changed.set(ARCHIVE, files.get(ARCHIVE)!).set(TOKEN, token))).toEqual([
      "archive_incomplete",
    ]);
  });

  test("a path that leads elsewhere, a bomb, and ten thousand entries, before anything is looked at", () => {
    expect(codesOf(rawZip([mimetype, { name: "../evil" }]))).toEqual(["zip_name_invalid"]);
    expect(
      codesOf(rawZip([mimetype, { name: "zeros", data: new Uint8Array(1 << 24), deflate: true }])),
    ).toEqual(["zip_limit_exceeded"]);
    const many = Array.from({ length: 10_000 }, (_, index) => ({ name: `${index}` }));
    expect(codesOf(rawZip([mimetype, ...many]))).toEqual(["zip_limit_exceeded"]);
  });

  test("a container in a container, which holds nothing that is signed", () => {
    expect(codesOf(rawZip([mimetype, { name: "inner.asice", data: container }]))).toEqual(
      expect.arrayContaining(["manifest_missing", "file_missing"]),
    );
  });

  test("what stands behind it, or before", () => {
    expect(codesOf(Buffer.concat([container, Buffer.from("x")]))).toEqual(["zip_junk"]);
    expect(codesOf(Buffer.concat([Buffer.from("x"), container]))).toEqual(["zip_junk"]);
  });
});
