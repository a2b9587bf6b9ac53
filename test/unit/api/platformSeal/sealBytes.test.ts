import { sealBytes } from "../../../../api/platformSeal/sealBytes.js";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { revocationInfoOf } from "../../../../engine/cms/revocationInfo.js";
import { digestMatches, signerVerifies } from "../../../../engine/cms/verifySigner.js";
import type { RevocationFetcher } from "../../../../engine/pades/validationDataSource.js";
import { type Authorities, newAuthorities } from "../../../support/authorities.js";
import { TestClock } from "../../../support/testClock.js";

const bytes = Buffer.from('{"format":"paraph-receipt/1"}');

describe("bytes that the platform seals", () => {
  let authorities: Authorities;
  let platform: Parameters<typeof sealBytes>[0];
  beforeAll(async () => {
    authorities = await newAuthorities();
    platform = platformWith(await authorities.longLivedSigner(), authorities.revocation);
  });
  function platformWith(
    seal: Awaited<ReturnType<Authorities["longLivedSigner"]>>,
    remote: RevocationFetcher | null,
  ) {
    const authority = {
      maxTokenBytes: authorities.timestampTokenBytes,
      timestamp: async (digest: Uint8Array) => authorities.timestamp(digest, "sha256"),
    };
    const data = { remote, known: async () => ({ certificates: authorities.roots, crls: authorities.crls }) };
    return {
      clock: new TestClock(),
      platformSeal: { test: seal, live: seal },
      timestampAuthority: { test: authority, live: authority },
      validationData: { test: data, live: data },
    };
  }

  test.each([
    ["B-B", 0, 0],
    ["B-T", 1, 0],
    ["B-LT", 1, 2],
  ] as const)("have at %s a signature with %i time-stamps and %i lists", async (level, stamps, lists) => {
    const own = platformWith(await authorities.longLivedSigner(), null);
    const signed = parseSignedData(await sealBytes(own, "live", bytes, level));
    expect(signerVerifies(signed) && digestMatches(signed, bytes)).toBe(true);
    expect(signed.timestampTokens).toHaveLength(stamps);
    expect(revocationInfoOf(signed).crls).toHaveLength(lists);
  });

  test("take at B-LT what another authority publishes", async () => {
    const { known } = platform.validationData.live;
    const asking = { ...(await known()), crls: [] };
    const data = { ...platform.validationData.live, known: async () => asking };
    const signed = parseSignedData(
      await sealBytes({ ...platform, validationData: { test: data, live: data } }, "live", bytes, "B-LT"),
    );
    const { crls, ocspResponses } = revocationInfoOf(signed);
    expect([crls.length, ocspResponses.length]).toEqual([1, 1]);
  });

  test("are sealed at B-T where that cannot be had, unless who asks can try again", async () => {
    const data = {
      known: async () => ({ certificates: authorities.roots }),
      remote: { crl: () => undefined },
    };
    const cutOff = { ...platform, validationData: { test: data, live: data } };
    const signed = parseSignedData(await sealBytes(cutOff, "live", bytes, "B-LT"));
    expect([signed.timestampTokens.length, signed.revocationInfo.length]).toEqual([1, 0]);
    const refused = sealBytes(cutOff, "live", bytes, "B-LT", false);
    await expect(refused).rejects.toMatchObject({ code: "validation_data_missing" });
  });
});
