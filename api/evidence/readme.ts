import { publicId } from "../ids/id.js";
import { containerName } from "./fileName.js";
import { checkChain, checkDocuments, checkWhole } from "./readmeCommands.js";
import type { ReadmeFacts } from "./readmeFacts.js";

/** The text that tells a stranger, years later, what the container holds and how to check each part without us. */
export function evidenceReadme(facts: ReadmeFacts): string {
  const { order, madeAt, files } = facts;
  const has = (folder: string) => files.some((name) => name.startsWith(folder));
  return `Evidence of the order ${publicId("ord", order.id)}
${oneLine(order.title)}

State: ${order.state}${order.mode === "test" ? " (a TEST order: it has no legal value)" : ""}
Made:  ${madeAt.toISOString()}

This is an ASiC-E container with a CAdES signature (ETSI EN 319 162-1) of level B-LTA: a ZIP whose folder META-INF holds
a list of all files with their hashes, a signature over that list, and time-stamps over everything. Each renewal of the
time-stamps adds one, and changes no other file.

What is here
  evidence.json        what the container holds, and what it does not: documents, their hashes, all files
  sha256sums.txt       the hashes of all files, as sha256sum reads them
${has("documents/") ? documentsHere : documentsElsewhere}
  audit/               every step of the procedure: as a chain of hashes (audit.json), to be read (audit-trail.pdf, sealed
                       like a signed document), and for programs (audit-trail.xml)
  consents.json        to which words each signer agreed, and when
  pages.json           which documents and pages each signer was given and shown
  certificates/        one-time certificates of the signers (sgr_), their authority (signers), the time-stamping unit
                       (timestamps), the seal of the service (seal), and the root of all of them, in DER
${has("revocation/") ? "  revocation/          revocation lists and OCSP responses, in DER\n" : ""}${
  has("timestamps/")
    ? "  timestamps/          the time-stamps of the signed documents (RFC 3161), taken out of them\n"
    : ""
}${has("proof-folder/") ? `${proofFolderHere}\n` : ""}${has("checkpoint/") ? checkpointHere : checkpointMissing}

How to check it with other people's tools
  Commands are typed in the folder that this was unpacked into, with the container itself in it as well, called
  ${containerName(order.id)}.

${checkWhole(facts)}
${checkDocuments(facts)}
${checkChain(facts)}
Files
${files.map((file) => `  ${file}`).join("\n")}
`;
}

const documentsHere = `  documents/           each document as it was given to the signers, and with all its signatures (-signed): every
                       signature is an incremental update (ISO 32000), the source is its beginning, byte for byte`;

const documentsElsewhere = `  (no documents)       evidence.json has the hash of each document, as given and as signed: whoever has a copy can
                       show with sha256sum that it is the one`;

const proofFolderHere = `  proof-folder/        what the sender gave to be kept with the order, as it was given: the sender's word alone`;

const checkpointHere = `  checkpoint/          the log's head that the order stands in, signed and time-stamped, and the proof that it does`;

const checkpointMissing = `  (no checkpoint)      no head of the log had taken the order in when this was made`;

/** What a tenant wrote, without anything that could end the line or turn it around. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}
