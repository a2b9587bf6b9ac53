import { RevocationLists } from "../../../../api/ca/revocationLists.js";
import { parseCertificateList } from "../../../../engine/x509/parseCertificateList.js";
import { verifyCertificateList } from "../../../../engine/x509/verifyCertificateList.js";
import { type ServiceAuthorities, startServiceAuthorities } from "../../../support/sealedDocument.js";

const HOUR = 3600;
const YEAR = 365 * 24 * HOUR;

let authorities: ServiceAuthorities;

beforeEach(async () => {
  authorities = await startServiceAuthorities(YEAR);
});
afterEach(() => authorities.stop());

const numberOf = (der: Uint8Array) =>
  BigInt(`0x${Buffer.from(parseCertificateList(der).number!).toString("hex")}`);

test("a list is its authority's, revokes nobody, and is renewed long before it ends", async () => {
  const { hierarchy, lists, clock } = authorities;
  for (const issuer of ["root", "signers"] as const) {
    const { der, thisUpdate, renewedAt } = await lists.list(issuer);
    const list = parseCertificateList(der);
    expect(() => verifyCertificateList(list, hierarchy[issuer], clock.now())).not.toThrow();
    expect(list.entryCount).toBe(0);
    expect(list.expiredCertificatesSince).toEqual(hierarchy[issuer].notBefore);
    expect(list.thisUpdate).toEqual(thisUpdate);
    expect(clock.now().getTime() - thisUpdate.getTime()).toBeLessThan(HOUR * 1000);
    expect(renewedAt.getTime() - thisUpdate.getTime()).toBe(HOUR * 1000);
    expect(list.nextUpdate!.getTime() - renewedAt.getTime()).toBeGreaterThan(6 * 24 * HOUR * 1000);
  }
});

test("a list is signed once in its hour, however often and however many at once ask for it", async () => {
  let signatures = 0;
  const { hierarchy, lists, clock } = authorities;
  const { der } = await lists.list("root");
  const sign = () => {
    signatures += 1;
    throw new Error("The key store is away.");
  };
  const own = new RevocationLists(hierarchy, { root: sign, signers: sign }, clock);
  const asked = await Promise.allSettled(Array.from({ length: 5 }, () => own.list("root")));
  expect(asked.map(({ status }) => status)).toEqual(Array(5).fill("rejected"));
  expect(signatures).toBe(1);
  // What failed is tried again.
  await expect(own.list("root")).rejects.toThrow("The key store is away.");
  expect(signatures).toBe(2);
  expect((await lists.list("root")).der).toBe(der);
});

test("two processes publish the same list in the same hour, and a higher number in the next", async () => {
  const { hierarchy, lists, clock } = authorities;
  const other = new RevocationLists(hierarchy, authorities.keys, clock);
  const [one, two] = [await lists.list("root"), await other.list("root")];
  const signed = ({ der }: { der: Uint8Array }) =>
    Buffer.from(parseCertificateList(der).signed.toBeSigned).toString("hex");
  expect(signed(one)).toBe(signed(two));
  clock.advance(HOUR);
  const [next, nextOfOther] = [await other.list("root"), await lists.list("root")];
  expect(numberOf(next.der)).toBeGreaterThan(numberOf(one.der));
  expect(numberOf(nextOfOther.der)).toBe(numberOf(next.der));
});

test("the first list is not older than the certificates that it speaks of", async () => {
  const fresh = await startServiceAuthorities();
  const { thisUpdate } = await fresh.lists.list("root");
  const { signers, timestamps } = fresh.hierarchy;
  expect(thisUpdate.getTime()).toBeGreaterThanOrEqual(signers.notBefore.getTime());
  expect(thisUpdate.getTime()).toBeGreaterThanOrEqual(timestamps.notBefore.getTime());
  expect(thisUpdate.getTime()).toBeLessThanOrEqual(fresh.clock.now().getTime());
  await fresh.stop();
});
