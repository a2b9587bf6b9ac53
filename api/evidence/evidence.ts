import { X509Certificate } from "node:crypto";
import { zipSync } from "fflate";
import type { Caller } from "../apiKeys/caller.js";
import { exportAudit } from "../audit/exportAudit.js";
import { type Revision, readLatestRevisions, readSource } from "../documents/documentRows.js";
import { requireSame } from "../documents/fetchDocument.js";
import { publicId } from "../ids/id.js";
import { readDocuments, readOrder } from "../orders/orderRows.js";
import type { Platform } from "../platform.js";
import { fileStem } from "./fileName.js";
import { evidenceReadme, type SignedPair } from "./readme.js";

type Needs = Pick<Platform, "database" | "objectStore" | "secretBox" | "clock" | "signerAuthority">;

/**
 * The evidence file of an order: a ZIP with the documents before and after signing, the audit trail, the one-time
 * certificates, the trust anchor, and a text that says how to check each with tools that are not ours.
 * @throws Failure `not_found`
 */
export async function makeEvidence(platform: Needs, caller: Caller, orderId: string): Promise<Uint8Array> {
  const found = await platform.database.withTenant(caller.tenantId, async (transaction) => {
    const order = await readOrder(transaction, orderId, caller.mode);
    const documents = await readDocuments(transaction, [orderId]);
    const latest = await readLatestRevisions(transaction, orderId);
    const sources: Revision[] = [];
    for (const { id } of documents) sources.push(await readSource(transaction, orderId, id));
    const certificates = await transaction.query<{ certificate: Buffer; signerId: string }>(
      `SELECT certificate, signer_id AS "signerId" FROM certificates
       WHERE tenant_id = :tenant AND order_id = :orderId ORDER BY not_before, signer_id`,
      { orderId },
    );
    return {
      order,
      documents,
      latest,
      sources,
      certificates,
      audit: await exportAudit(platform, transaction, order),
    };
  });

  const files: Record<string, Uint8Array> = {};
  let example: SignedPair | null = null;
  for (const [index, document] of found.documents.entries()) {
    const stem = `${String(index + 1).padStart(2, "0")}-${fileStem(document.name)}`;
    const source = `source/${stem}.pdf`;
    files[source] = await read(platform, found.sources[index]!);
    if (document.revision === 0) continue;
    const signed = `signed/${stem}-signed.pdf`;
    files[signed] = await read(platform, found.latest[index]!);
    example ??= { source, signed };
  }
  const authority = platform.signerAuthority[found.order.mode];
  for (const { certificate, signerId } of found.certificates) {
    files[`certificates/${publicId("sgr", signerId)}.pem`] = pem(certificate);
  }
  files["certificates/authority.pem"] = Buffer.concat(authority.chain.map(pem));
  files["certificates/root.pem"] = pem(authority.root);
  files["audit.json"] = Buffer.from(`${JSON.stringify(found.audit, null, 2)}\n`, "utf8");
  files["README.txt"] = Buffer.from(evidenceReadme(found.order, Object.keys(files), example), "utf8");
  // PDFs are compressed inside; packing them again would cost time and save nothing.
  return zipSync(files, { level: 0, mtime: platform.clock.now() });
}

async function read(platform: Pick<Platform, "objectStore">, revision: Revision): Promise<Uint8Array> {
  const bytes = await platform.objectStore.get(revision.objectKey);
  requireSame(bytes, revision.sha256, revision.objectKey);
  return bytes;
}

/** PEM (RFC 7468) of a certificate. */
export function pem(der: Uint8Array): Buffer {
  return Buffer.from(new X509Certificate(der).toString(), "latin1");
}
