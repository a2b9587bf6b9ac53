import { ALGORITHM_DATES, reliedOnUntil } from "../../../../engine/asic/algorithmDates.js";
import { type ContainerHorizon, containerHorizon } from "../../../../engine/asic/containerHorizon.js";
import { renewalDue } from "../../../../engine/asic/renewalDue.js";
import { renewContainer } from "../../../../engine/asic/renewContainer.js";
import { newAuthorities } from "../../../support/authorities.js";
import { renewing, sampleContainer } from "./sampleContainer.js";

const at = (text: string) => new Date(`${text}T00:00:00Z`);
const horizon = (changes: Partial<ContainerHorizon> = {}): ContainerHorizon => ({
  genTime: at("2026-01-01"),
  certificateNotAfter: at("2035-01-31"),
  algorithms: [
    { name: "sha256", bits: 256 },
    { name: "ecdsa", bits: 256 },
  ],
  ...changes,
});

describe("when a container is to be renewed", () => {
  test("is before the certificate of the time-stamp's unit ends", () => {
    expect(renewalDue(horizon(), 30)).toEqual(at("2035-01-01"));
  });

  test.each([
    ["rsa-pkcs1", 4096],
    ["rsa-pss", 2048],
  ] as const)("is before the end of %s with %i bits, when that comes first", (name, bits) => {
    const algorithms = [{ name, bits }];
    expect(renewalDue(horizon({ algorithms }), 1)).toEqual(at("2028-12-31"));
  });

  test("is not moved by an algorithm of which no end is in sight", () => {
    expect(reliedOnUntil({ name: "rsa-pss", bits: 3072 })).toBeNull();
    expect(reliedOnUntil({ name: "sha512", bits: 512 })).toBeNull();
  });

  test("is past for an algorithm that a table of the caller's has given up, and for one that no table has", () => {
    const broken = [...ALGORITHM_DATES, { name: "sha256", fromBits: 256, until: at("2027-06-30") } as const];
    expect(renewalDue(horizon(), 0, broken)).toEqual(at("2027-06-30"));
    expect(renewalDue(horizon({ algorithms: [{ name: "rsa-pss", bits: 1024 }] }), 0)).toEqual(new Date(0));
  });

  test("is told by the newest time-stamp alone", async () => {
    let now = Date.now();
    const authorities = await newAuthorities(() => new Date(now));
    const container = await sampleContainer(authorities);
    const made = containerHorizon(container)!;
    expect(made.genTime.getTime()).toBe(now);
    expect(made.algorithms).toEqual(horizon().algorithms);
    now += 86_400_000;
    await authorities.renewLists();
    const renewed = await renewContainer(container, { ...renewing(authorities), digestAlgorithm: "sha512" });
    const later = containerHorizon(renewed)!;
    expect(later.genTime.getTime()).toBe(now);
    expect(later.algorithms).toContainEqual({ name: "sha512", bits: 512 });
    expect(later.certificateNotAfter).toEqual(made.certificateNotAfter);
    expect(containerHorizon(await sampleContainer(authorities, { level: "B-LT" }))).toBeNull();
  });
});
