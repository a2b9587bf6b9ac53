import { auditTrailOf } from "../../engine/auditTrail/auditTrailOf.js";
import { consentRecords } from "../../engine/evidence/consentRecords.js";
import { pageRecords } from "../../engine/evidence/pageRecords.js";
import { trailAsXml } from "../auditTrail/renderings/xml.js";
import { publicId } from "../ids/id.js";
import { makeSealedTrailPaper } from "../papers/trailPaper.js";
import type { Platform } from "../platform.js";
import { statedProofFolder } from "../proofFolder/proofFolder.js";
import { documentFiles } from "./documentFiles.js";
import { sha256Hex } from "./documentProofs.js";
import { DocumentReader } from "./documentReader.js";
import { type EvidenceFile, fileOf, mediaTypeOf } from "./evidenceFile.js";
import type { EvidenceSource } from "./evidenceSource.js";
import { type EvidenceStatement, jsonFile, type StatedDocument } from "./evidenceStatement.js";
import { ownAuthorities } from "./ownAuthorities.js";
import { proofFiles } from "./proofFiles.js";
import { evidenceReadme } from "./readme.js";

const proofFolderName = "proof-folder/proof-folder.zip";

/** Why an order has no place in the log. */
const logMissing =
  "No stored checkpoint of the log held this order when the container was made; the chain stands by itself.";

/**
 * All files of an order's container but those that the container itself adds, in the order in which they stand in it.
 * @param included whether documents go into it, as far as they are there
 * @throws EngineError, TimestampError, ObjectStoreError; StoredDocumentError for a document that was changed at rest,
 *   but for an order that failed, whose evidence says so
 */
export async function evidenceFiles(
  platform: Platform,
  tenantId: string,
  source: EvidenceSource,
  included: boolean,
): Promise<EvidenceFile[]> {
  const { order, inclusion, audit } = source;
  const reader = new DocumentReader(platform);
  const authorities = await ownAuthorities(platform, order.mode);
  const proofs = await proofFiles(source, reader, authorities, order.state === "failed");
  const documents = documentFiles(source, reader, included, proofs.lost);
  const rest = [
    ...(await auditFiles(platform, tenantId, source)),
    fileOf("consents.json", jsonFile(consentRecords(audit))),
    fileOf("pages.json", jsonFile(pageRecords(audit))),
    ...proofs.files,
    ...proofFolderFile(source, reader),
    ...(inclusion
      ? [
          fileOf("checkpoint/checkpoint.txt", Buffer.from(inclusion.checkpoint.note, "utf8")),
          fileOf("checkpoint/checkpoint.p7s", Buffer.from(inclusion.checkpoint.signature, "base64")),
          fileOf("checkpoint/inclusion.json", jsonFile(inclusion)),
        ]
      : []),
  ];
  const madeAt = platform.clock.now();
  const listed = [...documents.files, ...rest];
  const readme = evidenceReadme({
    order,
    madeAt,
    files: ["evidence.json", "sha256sums.txt", ...listed.map(({ name }) => name)],
    example: exampleOf(documents.stated),
    root: sha256Hex(authorities.certificates.root),
  });
  const files = [fileOf("README.txt", Buffer.from(readme, "utf8")), ...listed];
  files.push(fileOf("sha256sums.txt", sums(files)));
  const statement = statementOf(source, documents.stated, files, madeAt);
  return [fileOf("evidence.json", jsonFile(statement)), ...files];
}

async function auditFiles(
  platform: Platform,
  tenantId: string,
  { order, audit }: EvidenceSource,
): Promise<EvidenceFile[]> {
  const trail = auditTrailOf(audit);
  const language = trail.procedure.language ?? "en";
  const paper = await makeSealedTrailPaper(platform, { tenantId, order, audit, trail, language });
  return [
    fileOf("audit/audit.json", jsonFile(audit)),
    fileOf("audit/audit-trail.pdf", paper.bytes),
    fileOf("audit/audit-trail.xml", Buffer.from(trailAsXml(trail, language), "utf8")),
  ];
}

/** What the caller gave, as it gave it. */
function proofFolderFile({ order: { proofFolder } }: EvidenceSource, reader: DocumentReader): EvidenceFile[] {
  if (proofFolder === null) return [];
  const { objectKey, bytes } = proofFolder;
  const sha256 = Buffer.from(proofFolder.sha256, "hex");
  const mediaType = mediaTypeOf(proofFolderName);
  return [
    {
      name: proofFolderName,
      mediaType,
      size: bytes,
      sha256,
      read: () => reader.read({ objectKey, sha256 }),
    },
  ];
}

function statementOf(
  { order, audit, inclusion }: EvidenceSource,
  documents: readonly StatedDocument[],
  files: readonly EvidenceFile[],
  madeAt: Date,
): EvidenceStatement {
  return {
    format: "paraph-evidence/1",
    order: publicId("ord", order.id),
    title: order.title,
    mode: order.mode,
    state: order.state,
    made_at: madeAt.toISOString(),
    documents,
    proof_folder: order.proofFolder && {
      file: proofFolderName,
      ...statedProofFolder(order.proofFolder),
      stated_by_caller: true,
    },
    chain: { file: "audit/audit.json", length: audit.chain.length, head: audit.chain.head },
    log: inclusion && {
      log: inclusion.log,
      index: inclusion.leaf.index,
      tree_size: inclusion.tree_size,
      length: inclusion.leaf.length,
      head: inclusion.leaf.head,
      file: "checkpoint/inclusion.json",
    },
    log_missing: inclusion === null ? logMissing : null,
    files: files.map(({ name, mediaType, size, sha256 }) => ({
      name,
      media_type: mediaType,
      bytes: size,
      sha256: Buffer.from(sha256).toString("hex"),
    })),
  };
}

/** As `sha256sum -c` reads it (GNU coreutils): a hash, two blanks, a name. */
function sums(files: readonly EvidenceFile[]): Uint8Array {
  const lines = files.map(({ name, sha256 }) => `${Buffer.from(sha256).toString("hex")}  ${name}\n`);
  return Buffer.from(lines.join(""), "utf8");
}

function exampleOf(documents: readonly StatedDocument[]): { source: string; signed: string } | null {
  for (const { source, signed } of documents) {
    if (source.file !== null && signed?.file) return { source: source.file, signed: signed.file };
  }
  return null;
}
