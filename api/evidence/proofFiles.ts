import { publicId } from "../ids/id.js";
import { documentStem } from "./documentFiles.js";
import { type DocumentProofs, distinct, documentProofs, sha256Hex } from "./documentProofs.js";
import type { DocumentReader } from "./documentReader.js";
import { type EvidenceFile, fileOf } from "./evidenceFile.js";
import type { EvidenceSource } from "./evidenceSource.js";
import type { OwnAuthorities } from "./ownAuthorities.js";

/** Certificates, revocation data and time-stamps as files, and which documents could not be read for them. */
interface ProofFiles {
  readonly files: readonly EvidenceFile[];
  /** Ids of documents that the store has no more, or not as they were. */
  readonly lost: ReadonlySet<string>;
}

type ProvenSource = Pick<EvidenceSource, "documents" | "certificates">;

const noProofs: DocumentProofs = { certificates: [], crls: [], ocspResponses: [], timestamps: [] };

/**
 * What signatures are judged by, each piece a file: one-time certificates, authorities, revocation lists and OCSP
 * responses, and the time-stamps that stand in the signed documents.
 * @param tolerant whether a document that is lost is passed over; else it is an error
 */
export async function proofFiles(
  source: ProvenSource,
  reader: DocumentReader,
  authorities: OwnAuthorities,
  tolerant: boolean,
): Promise<ProofFiles> {
  const lost = new Set<string>();
  const proofs: DocumentProofs[] = [];
  // One after the other: only one of them is in memory.
  for (const { id, signed, source: given } of source.documents) {
    const newest = signed ?? given;
    if (newest.objectKey === null) {
      proofs.push(noProofs);
      continue;
    }
    const bytes = await (tolerant ? reader.readIfWhole(newest) : reader.read(newest));
    if (bytes === null || (tolerant && signed && (await reader.readIfWhole(given)) === null)) lost.add(id);
    proofs.push(bytes === null || signed === null ? noProofs : owned(documentProofs(bytes, given.bytes)));
  }
  return {
    lost,
    files: [
      ...certificateFiles(source, authorities, proofs),
      ...revocationFiles(authorities, proofs),
      ...timestampFiles(source, proofs),
    ],
  };
}

/** Views would keep the whole document in memory. */
function owned({ certificates, crls, ocspResponses, timestamps }: DocumentProofs): DocumentProofs {
  const copies = (values: readonly Uint8Array[]) => values.map((value) => Uint8Array.from(value));
  return {
    certificates: copies(certificates),
    crls: copies(crls),
    ocspResponses: copies(ocspResponses),
    timestamps: copies(timestamps),
  };
}

function certificateFiles(
  { certificates }: ProvenSource,
  authorities: OwnAuthorities,
  proofs: readonly DocumentProofs[],
): EvidenceFile[] {
  const named = new Map<string, Uint8Array>();
  for (const { signerId, certificate } of certificates) {
    const id = publicId("sgr", signerId);
    const earlier = [...named.keys()].filter((name) => name.startsWith(id)).length;
    named.set(earlier === 0 ? id : `${id}-${earlier + 1}`, certificate);
  }
  for (const [name, certificate] of Object.entries(authorities.certificates)) named.set(name, certificate);
  const known = new Set([...named.values()].map(sha256Hex));
  for (const certificate of distinct(proofs.flatMap((proof) => proof.certificates))) {
    const hash = sha256Hex(certificate);
    if (!known.has(hash)) named.set(`x-${hash.slice(0, 16)}`, certificate);
  }
  return [...named].map(([name, der]) => fileOf(`certificates/${name}.cer`, der));
}

function revocationFiles({ crls }: OwnAuthorities, proofs: readonly DocumentProofs[]): EvidenceFile[] {
  const file = (ending: string) => (der: Uint8Array) =>
    fileOf(`revocation/${sha256Hex(der).slice(0, 16)}.${ending}`, der);
  return [
    ...distinct([...proofs.flatMap((proof) => proof.crls), ...crls]).map(file("crl")),
    ...distinct(proofs.flatMap((proof) => proof.ocspResponses)).map(file("ocsp")),
  ];
}

function timestampFiles({ documents }: ProvenSource, proofs: readonly DocumentProofs[]): EvidenceFile[] {
  return documents.flatMap(({ name }, index) =>
    proofs[index]!.timestamps.map((token, number) =>
      fileOf(`timestamps/${documentStem(index, name)}-${number + 1}.tst`, token),
    ),
  );
}
