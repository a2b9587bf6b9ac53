import { readZip } from "../../../../engine/asic/zipReader.js";
import { evidenceFaults } from "../../../../engine/evidence/faultCodes.js";
import { verifyEvidence } from "../../../../engine/evidence/verifyEvidence.js";
import { damaged, seededRandom } from "../../../support/seededRandom.js";
import { repacked } from "./repacked.js";
import { type SampleEvidence, sampleEvidence } from "./sampleEvidence.js";

let sample: SampleEvidence;
let container: Uint8Array;
let trustAnchors: Uint8Array[];
beforeAll(async () => {
  sample = await sampleEvidence(1, 1);
  container = await sample.seal(sample.files);
  trustAnchors = [sample.authorities.hierarchy.root.der];
});
afterAll(() => sample.stop());

const isKnown = (code: string) => Object.hasOwn(evidenceFaults, code) && code !== "check_abandoned";

/** What is found wrong with anything at all; it throws nothing, and no check gives up. */
function faultsOf(bytes: Uint8Array) {
  const { verdict, faults } = verifyEvidence(bytes, { trustAnchors, time: sample.authorities.clock.now() });
  expect(faults.filter(({ code }) => !isKnown(code))).toEqual([]);
  expect(verdict).toBe(faults.length > 0 ? "failed" : "passed");
  return faults;
}

test("a container cut off at any of many places is named a fault, and never crashes the program", () => {
  const places = readZip(container).map(({ compressed }) => compressed.byteOffset - container.byteOffset);
  for (const place of places) {
    for (const length of [place - 31, place - 1, place, place + 1, place + 100]) {
      expect(faultsOf(container.subarray(0, Math.max(0, length))).length).toBeGreaterThan(0);
    }
  }
});

test("a byte that was changed anywhere is found: no bit of a container is free", () => {
  const random = seededRandom(1);
  for (let times = 0; times < 150; times++) {
    const changed = Uint8Array.from(container);
    const at = random(changed.length);
    changed[at]! ^= 1 << random(8);
    if (faultsOf(changed).length > 0) continue;
    // What may differ: when a file was packed, which nobody signs and nothing relies on.
    expect({ at, header: isFreeHeaderByte(changed, at) }).toEqual({ at, header: true });
  }
});

test("files that were damaged and packed anew are found, and never crash the program", () => {
  const random = seededRandom(2);
  for (const name of sample.files.keys()) {
    for (let times = 0; times < 3; times++) {
      const changed = repacked(container, (files) => files.set(name, damaged(files.get(name)!, random)));
      const same =
        Buffer.compare(
          changed,
          repacked(container, () => undefined),
        ) === 0;
      expect(faultsOf(changed).length > 0 || same).toBe(true);
    }
  }
});

test("files that were damaged and then sealed by the service itself never crash the program", async () => {
  const random = seededRandom(3);
  const { names, seal } = { names: [...sample.files.keys()], seal: sample.seal };
  for (const name of names) {
    const changed = new Map(sample.files);
    changed.set(name, damaged(sample.files.get(name)!, random));
    faultsOf(await seal(changed));
  }
});

test("a token or signature that was damaged never crashes the program", () => {
  const random = seededRandom(4);
  for (const name of [
    "META-INF/signature001.p7s",
    "META-INF/timestamp001.tst",
    "META-INF/ASiCManifest001.xml",
  ]) {
    for (let times = 0; times < 60; times++) {
      faultsOf(repacked(container, (files) => files.set(name, damaged(files.get(name)!, random))));
    }
  }
});

test("noise is no ZIP file", () => {
  const random = seededRandom(5);
  for (let length = 0; length < 2000; length += 97) {
    const noise = Uint8Array.from({ length }, () => random(256));
    expect(faultsOf(noise).map(({ code }) => code)).toEqual(["zip_unreadable"]);
  }
});

/** Whether a place is one of the fields of a header that say with what, and how, a file was packed. */
function isFreeHeaderByte(bytes: Uint8Array, at: number): boolean {
  const zip = Buffer.from(bytes);
  const local = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 3, 4]), at);
  const central = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]), at);
  const [start, free] = central > local ? [central, [4, 5, 6, 7, 36, 37, 38, 39, 40, 41]] : [local, [4, 5]];
  return free.includes(at - start);
}
