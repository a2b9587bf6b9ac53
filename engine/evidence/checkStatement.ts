import { quoted } from "../validation/finding.js";
import type { ReadChain } from "./checkChain.js";
import { checkSums } from "./checkSums.js";
import type { EvidenceFiles } from "./evidenceFiles.js";
import { readStatement, type Statement } from "./readStatement.js";
import type { Section } from "./reportWriter.js";

export const STATEMENT = "evidence.json";
/** The chain of events. */
export const CHAIN = "audit/audit.json";

/** Reads `evidence.json`, and holds its list of files against those that are there. @returns null after a fault */
export function checkStatement(files: EvidenceFiles, section: Section): Statement | null {
  const value = files.json(STATEMENT, section);
  if (value === undefined) return null;
  const statement = readStatement(value);
  if (statement === null) {
    section.fault("file_malformed", 'The file is not of the format "paraph-evidence/1".', STATEMENT);
    return null;
  }
  const stated = new Map(statement.files.map((file) => [file.name, file]));
  for (const name of files.names) {
    if (name === STATEMENT || name.startsWith("META-INF/")) continue;
    const file = stated.get(name);
    const { length } = files.bytes(name)!;
    if (file === undefined)
      section.fault("statement_mismatch", `evidence.json does not list ${quoted(name)}.`, name);
    else if (file.bytes !== length || file.sha256 !== files.sha256(name)) {
      section.fault(
        "statement_mismatch",
        `evidence.json states another size or hash of ${quoted(name)}.`,
        name,
      );
    }
  }
  for (const name of stated.keys()) {
    if (files.bytes(name) === undefined)
      section.fault("file_missing", `${quoted(name)}, which evidence.json lists, is not there.`, name);
  }
  requireStatedDocuments(files, statement, section);
  checkSums(files, section);
  tellUnread(files, section);
  return statement;
}

/** What is in the folder of documents is a document of the order, and what was removed is not there. */
function requireStatedDocuments(files: EvidenceFiles, { documents }: Statement, section: Section): void {
  const stated = new Set<string | null>();
  for (const { source, signed, removedAt } of documents) {
    for (const name of [source.file, signed?.file ?? null]) {
      stated.add(name);
      if (name === null || removedAt === null) continue;
      section.fault("statement_mismatch", "evidence.json says that the document was removed.", name);
    }
  }
  for (const name of files.matching("documents/", "")) {
    if (stated.has(name)) continue;
    section.fault("statement_mismatch", "evidence.json tells of no document that this file is.", name);
  }
}

/** What the other checks read, or where what it says is said once more for people. */
const known =
  /^(?:documents\/.+|audit\/audit\.json|audit\/audit-trail\.(?:pdf|xml)|(?:consents|pages|evidence)\.json|certificates\/.+\.cer|revocation\/.+\.(?:crl|ocsp)|timestamps\/.+\.tst|proof-folder\/proof-folder\.zip|checkpoint\/(?:checkpoint\.(?:txt|p7s)|inclusion\.json)|README\.txt|sha256sums\.txt|META-INF\/.+)$/;

function tellUnread(files: EvidenceFiles, section: Section): void {
  const unread = files.names.filter((name) => !known.test(name));
  const [first] = unread;
  if (first === undefined) return;
  const what = unread.length === 1 ? quoted(first) : `${unread.length} files, such as ${quoted(first)}`;
  section.open(`What is in ${what}: evidence has no such files; they are sealed, and were not read.`, false);
}

/** What `evidence.json` says of the chain is what the chain says of itself. */
export function checkStatedChain(
  { order, mode, chain }: Statement,
  { audit }: ReadChain,
  section: Section,
): void {
  const created = audit.events.find(({ body }) => body.type === "order.created")?.body.data["mode"];
  if (created !== undefined && created !== mode) {
    section.fault(
      "statement_mismatch",
      `evidence.json says ${mode}, and the chain ${quoted(String(created))}.`,
    );
  }
  if (chain.file !== CHAIN) {
    section.fault("statement_mismatch", `evidence.json takes ${quoted(chain.file)} for the chain of events.`);
  }
  if (audit.order !== order) {
    section.fault(
      "statement_mismatch",
      `evidence.json is about ${quoted(order)}, and the chain about ${quoted(audit.order)}.`,
    );
  }
  if (audit.chain.length !== chain.length || audit.chain.head !== chain.head) {
    section.fault("statement_mismatch", "evidence.json states another length or head of the chain.");
  }
}
