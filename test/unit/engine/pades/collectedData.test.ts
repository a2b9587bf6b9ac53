import { extend } from "../../../../engine/pades/extend.js";
import { levelsOf } from "../../../../engine/pades/levelsOf.js";
import { sign } from "../../../../engine/pades/sign.js";
import type { RevocationFetcher } from "../../../../engine/pades/validationDataSource.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { readDocumentSecurityStore } from "../../../../engine/pdf/documentSecurityStore.js";
import { rootAuthority, signerAuthority } from "../../../../engine/x509/profiles.js";
import { type Authorities, newAuthorities } from "../../../support/authorities.js";
import { holder } from "../x509/revocationDesk.js";
import { sampleDocument } from "./sampleDocument.js";

describe("validation data from the network", () => {
  let authorities: Authorities;
  let stamped: Uint8Array;
  beforeAll(async () => {
    authorities = await newAuthorities();
    stamped = await sign(await sampleDocument(1, false), {
      level: "B-T",
      ...(await authorities.longLivedSigner("Grace Hopper")),
      timestamp: authorities.timestamp,
      signingDate: new Date(),
    });
  });
  const extended = (revocation: RevocationFetcher | undefined, pdf = stamped) =>
    extend(pdf, {
      level: "B-LT",
      timestamp: authorities.timestamp,
      ...(revocation && { revocation }),
      trustAnchors: authorities.roots,
    });
  const storeOf = (pdf: Uint8Array) => readDocumentSecurityStore(openPdf(pdf));
  const missing = (about: string) =>
    expect.objectContaining({ code: "validation_data_missing", message: expect.stringContaining(about) });

  test("is asked for by OCSP first, and the lists only of those who have no responder", async () => {
    const store = storeOf(await extended(authorities.revocation));
    expect(store?.ocspResponses.length).toBe(1);
    expect(store?.crls).toEqual([Buffer.from(authorities.crls[0]!)]);
  });

  test.each([
    ["is out of order", () => Promise.reject(new Error("connection refused"))],
    ["has nothing", () => undefined],
    ["answers with no OCSP response", () => Buffer.from("<html>")],
    [
      "answers for another certificate",
      async () => {
        const others = await newAuthorities();
        return others.crls[0]!;
      },
    ],
  ])("comes from the revocation list where the OCSP responder %s", async (_, ocsp) => {
    const store = storeOf(await extended({ ...authorities.revocation, ocsp }));
    expect(store?.ocspResponses).toEqual([]);
    expect(store?.crls.length).toBe(2);
  });

  test("is taken from a responder that speaks of a moment long before it answers, and before its certificate", async () => {
    const others = await newAuthorities(undefined, undefined, 12 * 3600);
    const { timestamp, revocation, roots: trustAnchors } = others;
    const signer = await others.longLivedSigner("Grace Hopper");
    const pdf = await sampleDocument(1, false);
    const sources = { timestamp, revocation, trustAnchors };
    const long = await sign(pdf, { level: "B-LT", ...signer, ...sources, signingDate: new Date() });
    expect(storeOf(long)?.ocspResponses.length).toBe(1);
    expect(storeOf(long)?.crls).toEqual([Buffer.from(others.crls[0]!)]);
  });

  test("is asked for once a place, however many signatures want it", async () => {
    const asked: string[] = [];
    const crl = (url: string) => {
      asked.push(url);
      return authorities.revocation.crl(url);
    };
    const another = await sign(stamped, {
      level: "B-T",
      ...(await authorities.longLivedSigner("Ada Lovelace")),
      timestamp: authorities.timestamp,
      signingDate: new Date(),
    });
    const both = await extended({ crl }, another);
    expect(asked.sort()).toEqual(["http://pki.example/root.crl", "http://pki.example/signers.crl"]);
    expect(levelsOf(both).map(({ level }) => level)).toEqual(["B-LT", "B-LT"]);
  });

  test("brings the issuer's certificate when the signature does not", async () => {
    const signer = await authorities.oneTimeSigner();
    const alone = await sign(await sampleDocument(1, false), {
      level: "B-LT",
      ...signer,
      certificates: signer.certificates.slice(0, 1),
      timestamp: authorities.timestamp,
      revocation: authorities.revocation,
      trustAnchors: authorities.roots,
      signingDate: new Date(),
    });
    expect(storeOf(alone)?.certificates).toContainEqual(Buffer.from(signer.certificates[1]!));
  });

  test("that cannot be had is named with its address, and the document is not touched", async () => {
    await expect(extended(undefined)).rejects.toThrow(missing("http://pki.example/ocsp"));
    await expect(extended({})).rejects.toThrow(
      missing('"Test Time-stamping Unit" (http://pki.example/root.crl)'),
    );
    const broken = { crl: () => Promise.reject(new Error("connection refused")) };
    await expect(extended(broken)).rejects.toMatchObject({
      code: "validation_data_missing",
      cause: expect.any(AggregateError),
    });
  });

  test("of other authorities of the same name is not taken for theirs", async () => {
    const impostors = await newAuthorities();
    const { crl, ocsp } = impostors.revocation;
    await expect(extended({ crl, ocsp })).rejects.toThrow(missing("revocation data"));
  });

  test("that names a further issuer with each issuer comes to an end", async () => {
    const published = new Map<string, Uint8Array>();
    let last = await holder({ ...rootAuthority, pathLength: 100 }, "Authority 0", null);
    for (let number = 1; number <= 30; number++) {
      const caIssuers = `http://pki.example/${number - 1}.cer`;
      published.set(caIssuers, last.certificate.der);
      const profile = { ...signerAuthority({ caIssuers }), pathLength: 100 - number };
      last = await holder(profile, `Authority ${number}`, last);
    }
    const signed = await sign(await sampleDocument(1, false), {
      level: "B-T",
      certificates: [last.certificate.der],
      sign: last.sign,
      timestamp: authorities.timestamp,
      signingDate: new Date(),
    });
    const asked: string[] = [];
    const certificate = (url: string) => {
      asked.push(url);
      return published.get(url);
    };
    await expect(extended({ certificate }, signed)).rejects.toThrow(missing('issued "Authority '));
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.length).toBeLessThan(15);
  });

  test("older than the time-stamp is kept when nobody has newer, and replaced by newer where somebody has", async () => {
    const first = await extended({ crl: authorities.revocation.crl });
    const archive = (revocation: RevocationFetcher) =>
      extend(first, {
        level: "B-LTA",
        timestamp: authorities.timestamp,
        revocation,
        trustAnchors: authorities.roots,
      });
    expect(storeOf(await archive({}))?.crls.length).toBe(2);
    await authorities.renewLists();
    expect(storeOf(await archive(authorities.revocation))?.crls.length).toBe(3);
    expect(storeOf(await archive({ crl: authorities.revocation.crl }))?.crls.length).toBe(4);
  });
});
