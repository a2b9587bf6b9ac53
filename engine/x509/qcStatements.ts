import { DerReader } from "../asn1/derReader.js";
import { tag } from "../asn1/derTag.js";
import { oids } from "../asn1/oids.js";
import { EngineError } from "../error.js";
import type { Certificate } from "./parseCertificate.js";
import { extensionsOf } from "./readExtensions.js";

/** What an issuer states of a certificate (EN 319 412-5), without anybody's having checked it. */
export interface QcStatements {
  /** esi4-qcStatement-1: it is a qualified certificate (4.2.1). */
  readonly qcCompliance: boolean;
  /** esi4-qcStatement-4: its key is in a qualified device (4.2.2). */
  readonly qcSscd: boolean;
  /** esi4-qcStatement-6: for signatures, seals or web sites (4.2.3); empty where it does not say. */
  readonly qcTypes: readonly QcType[];
}

export type QcType = "esign" | "eseal" | "web";

const types = new Map<string, QcType>([
  [oids.qcTypeEsign, "esign"],
  [oids.qcTypeEseal, "eseal"],
  [oids.qcTypeWeb, "web"],
]);

/** More than there are. */
const MAX_STATEMENTS = 64;

const NONE: QcStatements = { qcCompliance: false, qcSscd: false, qcTypes: [] };

/** Reads qcStatements (RFC 3739 3.2.6). What cannot be read states nothing. */
export function qcStatementsOf(certificate: Certificate): QcStatements {
  try {
    const value = extensionsOf(certificate).get(oids.qcStatements)?.value;
    return value === undefined ? NONE : readStatements(value);
  } catch (error) {
    if (error instanceof EngineError) return NONE;
    throw error;
  }
}

function readStatements(value: Uint8Array): QcStatements {
  const stated = new Set<string>();
  let qcTypes: QcType[] = [];
  const statements = DerReader.inside(value, tag.sequence, "QCStatements");
  for (const { encoded } of statements.readAll("QCStatement", MAX_STATEMENTS)) {
    const reader = DerReader.inside(encoded, tag.sequence, "QCStatement");
    const identifier = reader.read(tag.objectIdentifier, "statementId").oid;
    stated.add(identifier);
    if (identifier !== oids.qcType) continue;
    const listed = reader.enter(tag.sequence, "QcType").readAll("type", MAX_STATEMENTS);
    qcTypes = listed.flatMap(({ oid }) => types.get(oid) ?? []);
  }
  return { qcCompliance: stated.has(oids.qcCompliance), qcSscd: stated.has(oids.qcSscd), qcTypes };
}
