import type { AuditExport, ExportedEvent } from "../../engine/hashchain/auditExport.js";
import { parseCertificate } from "../../engine/x509/parseCertificate.js";
import type { Caller } from "../apiKeys/caller.js";
import { evidenceRemoved, exportAudit } from "../audit/exportAudit.js";
import { checkUrl } from "../checkPage/checkToken.js";
import type { Transaction } from "../database/transaction.js";
import { Failure, notFound } from "../failure/failure.js";
import { publicId } from "../ids/id.js";
import type { Order, OrderDocument, Signer } from "../orders/order.js";
import { readDocuments, readOrder, readSigners } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import type {
  AttestationView,
  AttestedAuthentication,
  AttestedSignature,
  AttestedTimestamp,
} from "./attestation.js";
import { certificateFacts } from "./certificateFacts.js";
import { personalTextIn, SignerChain, stepOf, textIn } from "./signerChain.js";

/** An attestation, and what its paper needs besides. */
export interface Attestation {
  readonly view: AttestationView;
  /** The one-time certificate, DER. */
  readonly certificate: Uint8Array;
  readonly order: Order;
  readonly signer: Signer;
}

/**
 * What the service attests of a signer who has signed. Everything in it comes from the order's chain of events and from
 * the certificate itself.
 * @throws Failure `not_found`, `signer_not_signing` for who does not sign, `signer_not_yet` for who has not,
 *   `evidence_removed` once the evidence's term is over
 */
export async function readAttestation(
  platform: Pick<Platform, "database" | "secretBox" | "clock" | "publicUrl">,
  { tenantId, mode }: Caller,
  orderId: string,
  signerId: string,
): Promise<Attestation> {
  return platform.database.withTenant(tenantId, async (transaction) => {
    const [order, signers, documents, certificate] = await Promise.all([
      readOrder(transaction, orderId, mode),
      readSigners(transaction, [orderId]),
      readDocuments(transaction, [orderId]),
      readCertificate(transaction, orderId, signerId),
    ]);
    const signer = signers.find(({ id }) => id === signerId);
    if (!signer) throw notFound("signer");
    requireSigned(signer);
    if (certificate === null || signer.personalKey === null) throw evidenceRemoved();
    const audit = await exportAudit(platform, transaction, order, signerId);
    const url = checkUrl(platform, { tenantId, orderId });
    return {
      view: attestationOf(audit, order, signer, documents, certificate, url),
      certificate,
      order,
      signer,
    };
  });
}

function requireSigned({ state, role }: Signer): void {
  if (state === "signed") return;
  const signs =
    (role === "signer" || role === "witness") && !["refused", "removed", "delegated"].includes(state);
  if (signs) {
    throw new Failure("signer_not_yet", "This signer has not signed yet; there is nothing to attest.", {
      extensions: { state },
    });
  }
  throw new Failure("signer_not_signing", "This signer has no signature that could be attested.", {
    extensions: { state },
  });
}

/** That of the signing whose signatures were kept. */
async function readCertificate(
  transaction: Transaction,
  orderId: string,
  signerId: string,
): Promise<Uint8Array | null> {
  const row = await transaction.one<{ certificate: Buffer }>(
    `SELECT certificate FROM certificates
     WHERE tenant_id = :tenant AND order_id = :orderId AND signer_id = :signerId`,
    { orderId, signerId },
  );
  return row?.certificate ?? null;
}

function attestationOf(
  audit: AuditExport,
  order: Order,
  signer: Signer,
  documents: readonly OrderDocument[],
  der: Uint8Array,
  check_url: string,
): AttestationView {
  const id = publicId("sgr", signer.id);
  const chain = new SignerChain(audit, id);
  const certificate = certificateFacts(der);
  const issued = chain.last("certificate.issued", (event) => textIn(event, "sha256") === certificate.sha256);
  // A signing that was overtaken has a certificate and a destroyed key of its own: this one's comes next.
  const destroyed = chain.all("key.destroyed").find(({ body }) => body.seq > issued.body.seq);
  if (destroyed === undefined)
    throw new Error(`The chain of ${audit.order} does not say that a key was destroyed.`);
  return {
    object: "attestation",
    format: "paraph-attestation/1",
    made_at: audit.exported_at,
    mode: order.mode,
    order: audit.order,
    signer: id,
    name: parseCertificate(der).subjectCommonName ?? "",
    certificate: { ...certificate, issued: stepOf(issued) },
    authentication: authenticationOf(chain, issued),
    key: { algorithm: textIn(destroyed, "algorithm") ?? "", destroyed: stepOf(destroyed) },
    signed: stepOf(chain.last("signer.signed")),
    signatures: chain.all("document.signed").map((event) => signatureOf(event, audit, documents)),
    chain: { length: audit.chain.length, head: audit.chain.head },
    check_url,
  };
}

/** The codes that the request to sign named: others may have been sent, tried or locked before. */
function authenticationOf(chain: SignerChain, issued: ExportedEvent): AttestedAuthentication {
  const requested = chain.last("signature.requested", ({ body }) => body.seq < issued.body.seq);
  const used = requested.body.data["codes"];
  const codes = (Array.isArray(used) ? used : []).map(String).map((code) => {
    const isIts = (event: ExportedEvent) => textIn(event, "otp") === code;
    const verified = chain.last("code.verified", isIts);
    const sent = chain.all("code.sent").findLast(isIts);
    return {
      code,
      channel: textIn(verified, "channel") ?? "",
      sent_to: sent ? personalTextIn(sent, "to") : null,
      sent_at: sent?.body.time ?? null,
      verified: stepOf(verified),
    };
  });
  const statements = chain
    .all("authentication.stated")
    .filter(({ body }) => body.seq < issued.body.seq)
    .map((event) => ({
      method: textIn(event, "method") ?? "",
      statement: personalTextIn(event, "statement"),
      stated_at: textIn(event, "at"),
      reference: personalTextIn(event, "reference"),
      recorded: stepOf(event),
    }));
  return { method: textIn(requested, "authentication") ?? "", codes, statements };
}

function signatureOf(
  event: ExportedEvent,
  { events }: AuditExport,
  documents: readonly OrderDocument[],
): AttestedSignature {
  const id = textIn(event, "document") ?? "";
  const document = documents.find((candidate) => publicId("doc", candidate.id) === id);
  const { revision, timestamp } = event.body.data;
  const level = textIn(event, "level") ?? "";
  const sealed = events.findLast(
    ({ body }) => body.type === "document.sealed" && body.data["document"] === id,
  );
  return {
    document: id,
    name: document?.name ?? "",
    revision: Number(revision),
    sha256_before: textIn(event, "sha256_before") ?? "",
    sha256_after: textIn(event, "sha256_after") ?? "",
    level,
    level_now: (sealed && textIn(sealed, "level")) ?? level,
    made: stepOf(event),
    timestamp: (timestamp ?? null) as unknown as AttestedTimestamp | null,
  };
}
