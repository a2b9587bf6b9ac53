import { AFRelationship, PDFDocument } from "pdf-lib";
import { trailAsXml } from "../../../../api/auditTrail/renderings/xml.js";
import { OneTimeKey } from "../../../../api/signing/oneTimeKey.js";
import { buildContainer } from "../../../../engine/asic/buildContainer.js";
import { auditTrailOf } from "../../../../engine/auditTrail/auditTrailOf.js";
import { signDetached } from "../../../../engine/cades/signDetached.js";
import { consentRecords } from "../../../../engine/evidence/consentRecords.js";
import { pageRecords } from "../../../../engine/evidence/pageRecords.js";
import type { AuditExport } from "../../../../engine/hashchain/auditExport.js";
import type { Json } from "../../../../engine/hashchain/canonicalJson.js";
import { writeCheckpointNote } from "../../../../engine/hashchain/checkpointNote.js";
import { leafBytes } from "../../../../engine/hashchain/logLeaf.js";
import { sign } from "../../../../engine/pades/sign.js";
import {
  type ServiceAuthorities,
  sealedDocument,
  startServiceAuthorities,
} from "../../../support/sealedDocument.js";
import { StoredTree } from "../hashchain/storedTree.js";
import { sampleDocument } from "../pades/sampleDocument.js";
import { type Files, hex, json, listed } from "./evidenceFiles.js";
import { ORDER, SampleChain } from "./sampleChain.js";

const LOG = "log_01m80000000000000000000000";
const signerId = (number: number) => `sgr_01m8000000000000000000000${number}`;
const documentId = (number: number) => `doc_01m8000000000000000000000${number}`;

/** The evidence of one order: its files before they are sealed, and what seals them. */
export interface SampleEvidence {
  readonly authorities: ServiceAuthorities;
  readonly files: Files;
  /** Seals files as the service does. */
  seal(files: Files): Promise<Uint8Array>;
  /** A checkpoint with an inclusion proof of the chain's first events, as files. */
  checkpoint(
    chain: AuditExport,
    length: number,
    changes?: { log?: string; seal?: ServiceAuthorities },
  ): Promise<Files>;
  stop(): Promise<void>;
}

/** An order whose documents are signed by some people one after the other, sealed, logged and put into a container. */
export async function sampleEvidence(documents: number, signers: number): Promise<SampleEvidence> {
  const authorities = await startServiceAuthorities(24 * 3600);
  const files: Files = new Map();
  const chain = new SampleChain();
  const stated: Json[] = [];
  const sources: Uint8Array[] = [];
  for (let number = 1; number <= documents; number++) {
    const source = await sampleDocument(number, number % 2 === 0);
    sources.push(source);
    chain.add("document.added", { document: documentId(number), bytes: source.length, sha256: hex(source) });
  }
  for (let number = 1; number <= signers; number++) {
    const text = `I agree, ${number}.`;
    chain.add("consent.given", { position: 0, text, sha256: hex(Buffer.from(text)) }, signerId(number));
    chain.add("pages.shown", { document: documentId(1), pages: "1", of: 1 }, signerId(number));
  }
  const signed = [...sources];
  for (let number = 1; number <= signers; number++) {
    const key = new OneTimeKey();
    const subject = {
      givenName: "Ada",
      surname: `Lovelace ${number}`,
      country: "GB",
      serialNumber: `SGR-${number}`,
    };
    const { certificate } = await authorities.signers.issue(subject, key.subjectPublicKeyInfo);
    files.set(`certificates/${signerId(number)}.cer`, certificate);
    chain.add("certificate.issued", { sha256: hex(certificate) }, signerId(number));
    for (const [index, before] of signed.entries()) {
      const after = await sign(before, {
        level: "B-T",
        certificates: [certificate, ...authorities.signers.chain],
        sign: (message) => key.sign(message),
        timestamp: (digest) => authorities.unit.timestamp(digest),
        timestampTokenBytes: authorities.unit.maxTokenBytes,
        signingDate: authorities.clock.now(),
      });
      signed[index] = after;
      const revision = { document: documentId(index + 1), bytes: after.length };
      chain.add(
        "document.signed",
        { ...revision, sha256_before: hex(before), sha256_after: hex(after) },
        signerId(number),
      );
    }
  }
  const data = authorities.validationData(null);
  for (const [index, before] of signed.entries()) {
    const sealed = (await sealedDocument(authorities.unit, data, sources[index]!, before, signers))!.bytes;
    const revision = { document: documentId(index + 1), bytes: sealed.length };
    chain.add("document.sealed", { ...revision, sha256_before: hex(before), sha256_after: hex(sealed) });
    const stem = `documents/0${index + 1}-contract`;
    files.set(`${stem}.pdf`, sources[index]!).set(`${stem}-signed.pdf`, sealed);
    const file = (name: string, bytes: Uint8Array) => ({
      file: name,
      bytes: bytes.length,
      sha256: hex(bytes),
    });
    stated.push({
      id: documentId(index + 1),
      name: "contract.pdf",
      kind: "sign",
      source: file(`${stem}.pdf`, sources[index]!),
      signed: { ...file(`${stem}-signed.pdf`, sealed), level: "B-LTA" },
      removed_at: null,
    });
  }
  const audit = chain.exported();
  const known = await data.known();
  const stamping = {
    timestamp: (digest: Uint8Array) => authorities.unit.timestamp(digest),
    timestampTokenBytes: authorities.unit.maxTokenBytes,
  };
  const { certificates, sign: sealSign } = authorities.seal;
  const paper = await sign(await paperCarrying(audit), {
    ...stamping,
    ...known,
    level: "B-LTA",
    certificates,
    sign: sealSign,
    signingDate: authorities.clock.now(),
  });
  files.set("audit/audit.json", json(audit)).set("audit/audit-trail.pdf", paper);
  files.set("audit/audit-trail.xml", Buffer.from(trailAsXml(auditTrailOf(audit), "en")));
  files.set("consents.json", json(consentRecords(audit))).set("pages.json", json(pageRecords(audit)));
  for (const name of ["root", "signers", "timestamps", "seal"] as const)
    files.set(`certificates/${name}.cer`, authorities.hierarchy[name].der);
  for (const crl of known.crls ?? []) files.set(`revocation/${hex(crl).slice(0, 16)}.crl`, crl);
  const checkpoint: SampleEvidence["checkpoint"] = async (
    of,
    length,
    { log = LOG, seal = authorities } = {},
  ) => {
    const head = of.events[length - 1]!.hash;
    const tree = new StoredTree();
    const leaf = { log, order: of.order, length, head };
    tree.append([leafBytes({ ...leaf, order: "ord_01m80000000000000000000009" }), leafBytes(leaf)]);
    const time = seal.clock.now().toISOString();
    const note = writeCheckpointNote({ log, size: 2, root: tree.root(), time });
    const signature = await signDetached(Buffer.from(note), {
      certificates: seal.seal.certificates,
      sign: seal.seal.sign,
      signingTime: seal.clock.now(),
      level: "B-LT",
      timestamp: (digest) => seal.unit.timestamp(digest),
      known: await seal.validationData(null).known(),
    });
    return new Map([
      ["checkpoint/checkpoint.txt", Buffer.from(note)],
      ["checkpoint/checkpoint.p7s", signature],
      [
        "checkpoint/inclusion.json",
        json({
          format: "paraph-inclusion/1",
          log,
          order: of.order,
          leaf: { index: 1, length, head },
          tree_size: 2,
          path: tree.path(1).map((node) => node.toString("base64")),
          checkpoint: { note, signature: Buffer.from(signature).toString("base64") },
        }),
      ],
    ]);
  };
  const logged = audit.events.length - 1;
  for (const [name, bytes] of await checkpoint(audit, logged)) files.set(name, bytes);
  files.set("evidence.json", statementOf(files, audit, stated, logged));
  return {
    authorities,
    files,
    checkpoint,
    stop: () => authorities.stop(),
    seal: (of) =>
      buildContainer(
        [...of].map(([name, bytes]) => ({ name, bytes, mediaType: "application/octet-stream" })),
        {
          certificates,
          sign: sealSign,
          signingTime: authorities.clock.now(),
          timestamp: stamping.timestamp,
          known,
        },
      ),
  };
}

/** A PDF with the chain of events attached, as the audit trail for people has it. */
async function paperCarrying(audit: AuditExport): Promise<Uint8Array> {
  const document = await PDFDocument.load(await sampleDocument(1, false));
  await document.attach(json(audit), "audit.json", {
    mimeType: "application/json",
    afRelationship: AFRelationship.Data,
  });
  return document.save();
}

function statementOf(files: Files, audit: AuditExport, documents: Json[], length: number): Uint8Array {
  const head = audit.events[length - 1]!.hash;
  return json({
    format: "paraph-evidence/1",
    order: ORDER,
    title: "Contract",
    mode: "live",
    state: "completed",
    made_at: new Date().toISOString(),
    documents,
    chain: { file: "audit/audit.json", length: audit.chain.length, head: audit.chain.head },
    log: { log: LOG, index: 1, tree_size: 2, length, head, file: "checkpoint/inclusion.json" },
    log_missing: null,
    files: listed(files),
  });
}
