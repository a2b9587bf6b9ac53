import type { AlgorithmDate } from "../../../../engine/asic/algorithmDates.js";
import { renewalDigest } from "../../../../engine/asic/renewalDigest.js";

const ending = (name: AlgorithmDate["name"], until: string | null): AlgorithmDate => ({
  name,
  fromBits: Number(name.slice(3)),
  until: until === null ? null : new Date(until),
});

test("is SHA-256 as long as no end of it is in sight", () => {
  expect(renewalDigest()).toBe("sha256");
});

test("is a longer one where SHA-256 ends first, and the shortest of those that end last", () => {
  const until = (sha256: string | null, sha384: string | null, sha512: string | null) =>
    renewalDigest([ending("sha256", sha256), ending("sha384", sha384), ending("sha512", sha512)]);
  expect(until("2035-01-01", null, null)).toBe("sha384");
  expect(until("2035-01-01", "2036-01-01", null)).toBe("sha512");
  expect(until("2035-01-01", "2036-01-01", "2036-01-01")).toBe("sha384");
  expect(until("2035-01-01", "2035-01-01", "2035-01-01")).toBe("sha256");
});

test("is none that the table does not have, where it has another", () => {
  expect(renewalDigest([ending("sha512", "2035-01-01")])).toBe("sha512");
});
