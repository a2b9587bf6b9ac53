import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { softwareKeyStore } from "../../api/adapters/keyStore/software.js";
import { fileObjectStore } from "../../api/adapters/objectStore/fs.js";
import { systemRandom } from "../../api/adapters/random/system.js";
import { type AuthorityPart, keyId } from "../../api/ca/authority.js";
import { type Hierarchy, loadHierarchy, policies } from "../../api/ca/hierarchy.js";
import { type PlatformSeal, platformSeal } from "../../api/ca/platformSeal.js";
import { RevocationLists } from "../../api/ca/revocationLists.js";
import { SignerAuthority } from "../../api/ca/signerAuthority.js";
import type { OrderDocument } from "../../api/orders/order.js";
import type { KeyStore, MessageSigner } from "../../api/ports/keyStore.js";
import type { ObjectStore } from "../../api/ports/objectStore.js";
import type { TimestampAuthority } from "../../api/ports/timestampAuthority.js";
import { type SealedDocument, sealDocument } from "../../api/sealing/sealDocument.js";
import { type ValidationData, validationData } from "../../api/sealing/validationData.js";
import { OneTimeKey } from "../../api/signing/oneTimeKey.js";
import { TimestampUnit } from "../../api/timestamping/timestampUnit.js";
import { sign } from "../../engine/pades/sign.js";
import type { RevocationFetcher } from "../../engine/pades/validationDataSource.js";
import { issueCertificate } from "../../engine/x509/issue.js";
import { authorityName } from "../../engine/x509/name.js";
import { signerAuthority, timestampUnit } from "../../engine/x509/profiles.js";
import { TestClock } from "./testClock.js";

/** The service's own authorities, without the service: what it signs and seals documents with. */
export interface ServiceAuthorities {
  readonly clock: TestClock;
  readonly hierarchy: Hierarchy;
  readonly lists: RevocationLists;
  /** Of the authorities that publish lists. */
  readonly keys: Readonly<Record<"root" | "signers", MessageSigner>>;
  readonly signers: SignerAuthority;
  readonly unit: TimestampUnit;
  readonly seal: PlatformSeal;
  /** As `validationData`, for our own unit or for another authority. */
  readonly validationData: (remote: RevocationFetcher | null) => ValidationData;
  stop(): Promise<void>;
}

/**
 * @param ageSeconds how long ago they were made
 * @param publishing false for certificates from before the authorities published anything, which name no address
 */
export async function startServiceAuthorities(
  ageSeconds = 0,
  publishing = true,
): Promise<ServiceAuthorities> {
  const directory = await mkdtemp(join(tmpdir(), "paraph-authorities-"));
  const clock = new TestClock();
  clock.advance(-ageSeconds);
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const base = {
    objectStore: fileObjectStore(join(directory, "objects")),
    keyStore: softwareKeyStore({ directory: join(directory, "keys"), secret: Buffer.alloc(32, 7) }),
    clock,
    random: systemRandom,
    log,
  };
  const key = (part: AuthorityPart) => base.keyStore.signer(keyId("live", part));
  if (!publishing) await storeUnpublished(base, await key("root"));
  const hierarchy = await loadHierarchy(base, "live", "http://pki.example");
  clock.advance(ageSeconds);
  const keys = { root: await key("root"), signers: await key("signers") };
  const lists = new RevocationLists(hierarchy, keys, clock);
  return {
    clock,
    hierarchy,
    lists,
    keys,
    signers: new SignerAuthority(
      hierarchy,
      keys.signers,
      base,
      3600,
      "http://pki.example/ca/live/signers.cer",
    ),
    unit: new TimestampUnit(hierarchy, await key("timestamps"), base),
    seal: platformSeal(hierarchy, await key("seal")),
    validationData: (remote) => validationData(hierarchy, lists, remote),
    stop: () => rm(directory, { recursive: true, force: true }),
  };
}

/** Puts subordinate certificates into the store that name no address, as the service made them once. */
async function storeUnpublished(
  { objectStore, keyStore, clock }: { objectStore: ObjectStore; keyStore: KeyStore; clock: TestClock },
  sign: MessageSigner,
): Promise<void> {
  const { root } = await loadHierarchy(
    { objectStore, keyStore, clock, random: systemRandom },
    "live",
    "http://x",
  );
  const profiles = {
    signers: signerAuthority(),
    timestamps: timestampUnit({ policies: [policies.timestamp] }),
  };
  for (const [part, profile] of Object.entries(profiles)) {
    const subjectKey = await keyStore.publicKey(keyId("live", part as AuthorityPart));
    const request = {
      subject: authorityName({ country: "EU", organization: "Paraph", commonName: `Paraph ${part}` }),
      subjectPublicKeyInfo: subjectKey.export({ type: "spki", format: "der" }),
      serialNumber: systemRandom.bytes(16),
      notBefore: root.notBefore,
      notAfter: new Date(root.notBefore.getTime() + 10 * 365 * 86_400_000),
      issuer: root,
    };
    const path = `authorities/live/${part}.der`;
    await objectStore.delete(path);
    await objectStore.put(path, await issueCertificate(profile, request, sign), "application/pkix-cert");
  }
}

/** Signs a document at B-T, in turn, as the service does: with a certificate and a key for this one signature each. */
export async function signedInTurn(
  { signers, clock }: Pick<ServiceAuthorities, "signers" | "clock">,
  authority: TimestampAuthority,
  pdf: Uint8Array,
  names: readonly string[],
): Promise<Uint8Array> {
  let signed = pdf;
  for (const name of names) {
    const [givenName = name, surname = name] = name.split(" ");
    const key = new OneTimeKey();
    const subject = { givenName, surname, country: "FR", serialNumber: "SGR-1" };
    const { certificate } = await signers.issue(subject, key.subjectPublicKeyInfo);
    signed = await sign(signed, {
      level: "B-T",
      certificates: [certificate, ...signers.chain],
      sign: (message) => key.sign(message),
      timestamp: (digest) => authority.timestamp(digest),
      timestampTokenBytes: authority.maxTokenBytes,
      signingDate: clock.now(),
    });
  }
  return signed;
}

/** Seals a document as the service does after the last signature. */
export async function sealedDocument(
  authority: TimestampAuthority,
  data: ValidationData,
  source: Uint8Array,
  signed: Uint8Array,
  signatures: number,
  settle = false,
): Promise<SealedDocument | null> {
  const timestampAuthority = { test: authority, live: authority };
  const document = { id: "d", bytes: source.length, signatures } as OrderDocument;
  const sha256 = Buffer.alloc(32);
  return sealDocument(
    { timestampAuthority, validationData: { test: data, live: data } },
    "live",
    { document, revision: signatures, bytes: signed, sha256 },
    settle,
  );
}
