import { createHash } from "node:crypto";
import type { NewEvent } from "../audit/append.js";
import type { OneTimeCertificate } from "../ca/signerAuthority.js";
import { publicId } from "../ids/id.js";
import type { Signer } from "../orders/order.js";
import type { Signatures } from "./makeSignatures.js";

const actor = { kind: "system" } as const;

/** What a signer's signatures add to the audit trail. */
export function signingEvents(signer: Signer, { certificate, documents }: Signatures): NewEvent[] {
  return [
    certificateIssued(signer, certificate),
    ...documents.map(
      ({ document, revision, sha256Before, sha256After, bytes, timestamp }): NewEvent => ({
        type: "document.signed",
        actor,
        signer,
        data: {
          document: publicId("doc", document.id),
          revision,
          level: "B-T",
          bytes: bytes.length,
          sha256_before: hex(sha256Before),
          sha256_after: hex(sha256After),
          timestamp: { ...timestamp, time: timestamp.time.toISOString() },
        },
      }),
    ),
    keyDestroyed(signer, documents.length),
    { type: "signer.signed", actor, signer },
  ];
}

/** What is left of signatures that were made and thrown away. */
export function discardEvents(signer: Signer, { certificate }: Signatures): NewEvent[] {
  return [certificateIssued(signer, certificate), keyDestroyed(signer, 0)];
}

function certificateIssued(signer: Signer, certificate: OneTimeCertificate): NewEvent {
  return {
    type: "certificate.issued",
    actor,
    signer,
    data: {
      serial: hex(certificate.serialNumber),
      sha256: createHash("sha256").update(certificate.certificate).digest("hex"),
      not_before: certificate.notBefore.toISOString(),
      not_after: certificate.notAfter.toISOString(),
    },
    personal: { certificate: Buffer.from(certificate.certificate).toString("base64") },
  };
}

/** @param signatures of that key that are kept; 0: none, they were thrown away */
function keyDestroyed(signer: Signer, signatures: number): NewEvent {
  return { type: "key.destroyed", actor, signer, data: { algorithm: "ECDSA P-256", signatures } };
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
