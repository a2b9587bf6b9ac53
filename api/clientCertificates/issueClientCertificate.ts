import { writePfx } from "../../engine/pkcs12/writePfx.js";
import type { Caller } from "../apiKeys/caller.js";
import { actorOf } from "../audit/append.js";
import type { Transaction } from "../database/transaction.js";
import { ofKey } from "../idempotency/ofKey.js";
import { findReplay, type IdempotencyKey, type Outcome, once } from "../idempotency/once.js";
import { newUuid, publicId } from "../ids/id.js";
import type { Platform } from "../platform.js";
import { tenantName } from "../tenants/tenant.js";
import { notify } from "../webhooks/outbox/notify.js";
import { insertCertificate, lockServedKey, readServedKey } from "./certificateRows.js";
import { type ClientCertificate, fingerprintOf } from "./clientCertificate.js";
import { type KeyType, newKeyPair } from "./keyPair.js";
import { newPassword } from "./pkcs12Password.js";
import { requireServed } from "./servedKey.js";
import { lastSecond } from "./validity.js";

type Needs = Pick<Platform, "database" | "clock" | "random" | "secretBox" | "clientAuthority">;

export interface NewClientCertificate {
  readonly name: string;
  /** UUID of the key that it is to act for; null: the caller's own. */
  readonly apiKeyId: string | null;
  readonly keyType: KeyType;
  /** Of the file; null: one is made. Printable ASCII. */
  readonly password: string | null;
  /** Null: in a year, or with its key. */
  readonly expiresAt: Date | null;
}

/** What the tenant gets, this once. */
export interface IssuedFile {
  /** PFX, DER: private key, certificate, and its authority's. */
  readonly pkcs12: Uint8Array;
  readonly password: string;
}

/**
 * Issues a certificate that acts for an API key of the caller's mode. Its private key is made here and goes into the answer,
 * which is kept, sealed and for a day, only to be repeated under the request's Idempotency-Key. A caller can give no more than it has itself, its time included; a key has at most 50 at a time.
 * @throws Failure `field_invalid`, `scope_missing`
 */
export async function issueClientCertificate<View>(
  platform: Needs,
  caller: Caller,
  input: NewClientCertificate,
  idempotency: IdempotencyKey | null,
  present: (certificate: ClientCertificate, file: IssuedFile) => View,
): Promise<Outcome<View>> {
  const request = ofKey(caller, idempotency);
  const replay = await findReplay<View>(platform, caller, request);
  if (replay !== null) return { value: replay, replayed: true };
  // What can be refused is refused before the costly part, which no transaction has to wait for.
  const { certificate, file } = await make(platform, caller, input);
  const { id: certificateId, apiKeyId, mode } = certificate;
  return platform.database.withTenant(caller.tenantId, (transaction) =>
    once(platform, transaction, caller, request, async () => {
      const now = platform.clock.now();
      requireServed(await lockServedKey(transaction, { id: apiKeyId, mode, now }), caller, now);
      await Promise.all([
        insertCertificate(transaction, certificate),
        notify(platform, transaction, {
          type: "key.certificate_issued",
          mode,
          data: {
            certificate: publicId("crt", certificateId),
            key: publicId("key", apiKeyId),
            name: certificate.name,
            fingerprint: fingerprintOf(certificate.certificate).toString("hex"),
            expires_at: certificate.expiresAt.toISOString(),
            actor: actorOf(caller),
          },
        }),
      ]);
      return present(certificate, file);
    }),
  );
}

/**
 * Rounds of derivation. A password of 123 random bits needs none against guessing, and each thousand costs a process of ours
 * near a millisecond; one that a person has thought of needs many.
 */
const roundsOfOurs = 2_048;
const roundsOfTheirs = 100_000;

async function make(
  platform: Needs,
  caller: Caller,
  input: NewClientCertificate,
): Promise<{ certificate: ClientCertificate; file: IssuedFile }> {
  const { mode } = caller;
  const createdAt = platform.clock.now();
  const keyId = input.apiKeyId ?? caller.apiKeyId;
  const [found, name] = await platform.database.withTenant(caller.tenantId, (transaction: Transaction) =>
    Promise.all([readServedKey(transaction, { id: keyId, mode, now: createdAt }), tenantName(transaction)]),
  );
  const key = requireServed(found, caller, createdAt);
  const expiresAt = lastSecond(input.expiresAt, createdAt, [key.expiresAt, caller.expiresAt]);
  const id = newUuid(platform.clock, platform.random);
  const subject = { tenantName: name, name: input.name, id: publicId("crt", id) };
  const { publicKey, privateKey } = await newKeyPair(input.keyType);
  try {
    const authority = platform.clientAuthority[mode];
    const der = await authority.issue(subject, publicKey, expiresAt);
    const password = input.password ?? newPassword(platform.random);
    const content = {
      privateKey,
      certificates: [der, authority.certificate],
      friendlyName: input.name,
      password,
      iterations: input.password === null ? roundsOfOurs : roundsOfTheirs,
    };
    const pkcs12 = await writePfx(content, (bytes) => platform.random.bytes(bytes));
    const certificate: ClientCertificate = {
      ...{ id, mode, apiKeyId: key.id, name: input.name, certificate: der, createdAt, expiresAt },
      ...{ revokedAt: null, keyRevokedAt: null },
    };
    return { certificate, file: { pkcs12, password } };
  } finally {
    privateKey.fill(0);
  }
}
