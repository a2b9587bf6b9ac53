import { createHash } from "node:crypto";
import type { AuditExport } from "../hashchain/auditExport.js";
import { canonicalJson, type Json } from "../hashchain/canonicalJson.js";
import { judgeToken } from "../validation/timestampToken.js";
import type { ChainFacts } from "./chainFacts.js";
import { consentRecords } from "./consentRecords.js";
import type { EvidenceFiles } from "./evidenceFiles.js";
import { pageRecords } from "./pageRecords.js";
import type { Section } from "./reportWriter.js";
import { judgeUnit, type ProofEnd, type Verification } from "./verification.js";

/** `consents.json` and `pages.json` are made of the chain, and of nothing else: they are made again and compared. */
export function checkRecord(
  files: EvidenceFiles,
  name: "consents.json" | "pages.json",
  audit: AuditExport,
  section: Section,
): void {
  const value = files.json(name, section);
  if (value === undefined) return;
  const expected = name === "consents.json" ? consentRecords(audit) : pageRecords(audit);
  if (canonicalOrNull(value as Json) !== canonicalOrNull(expected as unknown as Json)) {
    section.fault("records_mismatch", "The record is not the one that the audit trail yields.", name);
  }
  if (name === "consents.json") requireHashedTexts(audit, section);
}

/** The text of a consent is the one whose hash the signer's agreement names. */
function requireHashedTexts({ events }: AuditExport, section: Section): void {
  for (const { body } of events) {
    const { text, sha256 } = body.data;
    if (body.type !== "consent.given" || typeof text !== "string") continue;
    if (createHash("sha256").update(text, "utf8").digest("hex") === sha256) continue;
    section.fault(
      "records_mismatch",
      `The text of the consent of event ${body.seq} has another hash.`,
      "consents.json",
    );
  }
}

/** Each one-time certificate that stands in the container by itself is one that the chain says was issued to its signer. */
export function checkCertificates(
  files: EvidenceFiles,
  { certificates }: ChainFacts,
  section: Section,
): void {
  const names = files.matching("certificates/sgr_", ".cer");
  for (const name of names) {
    const signer = /^certificates\/(sgr_[0-9a-z]+)/.exec(name)?.[1];
    if (certificates.get(files.sha256(name)) === signer) continue;
    section.fault("certificate_unrecorded", "The audit trail does not tell of this certificate.", name);
  }
  const there = new Set(names.map((name) => files.sha256(name)));
  const absent = [...certificates.keys()].filter((sha256) => !there.has(sha256)).length;
  if (absent > 0)
    section.open(`${absent} certificates that the audit trail tells of are not in the file.`, false);
  if (names.length > 0)
    section.tell(`${names.length} one-time certificates are those that the audit trail tells of.`);
}

/** A time-stamp that was set apart is good in itself; where its document is there, it is one of the document's. */
export function checkTimestampFile(
  verification: Verification,
  name: string,
  inDocuments: ReadonlySet<string>,
  documentsAreHere: boolean,
  until: ProofEnd,
  section: Section,
): void {
  const { files } = verification;
  if (inDocuments.has(files.sha256(name))) return;
  if (documentsAreHere) {
    section.fault("timestamp_unrecorded", "The time-stamp is in none of the signed documents.", name);
  }
  const verdict = judgeToken(files.bytes(name)!, null);
  if (verdict.finding === null) judgeUnit(verification, section, verdict, until, name);
  else section.findings([verdict.finding], name);
}

function canonicalOrNull(value: Json): string | null {
  try {
    return canonicalJson(value);
  } catch {
    // Nested too deeply, or with half of a surrogate pair: nothing that we wrote.
    return null;
  }
}
