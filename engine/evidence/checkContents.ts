import { parseSignedData } from "../cms/parseSignedData.js";
import { EngineError } from "../error.js";
import { quoted } from "../validation/finding.js";
import { digestOf } from "../x509/digestAlgorithm.js";
import { type ChainFacts, chainFactsOf } from "./chainFacts.js";
import { checkChain, type ReadChain } from "./checkChain.js";
import { CHECKPOINT, checkCheckpoint } from "./checkCheckpoint.js";
import type { SealedContainer } from "./checkContainerSeal.js";
import {
  checkDocumentFiles,
  checkDocumentSignatures,
  checkRecordedHashes,
  type DocumentContext,
} from "./checkDocument.js";
import { checkProofFolder, hasProofFolder, PROOF_FOLDER } from "./checkProofFolder.js";
import { checkCertificates, checkRecord, checkTimestampFile } from "./checkRecords.js";
import { CHAIN, checkStatedChain, checkStatement, STATEMENT } from "./checkStatement.js";
import { checkAttachedChain, checkTrailXml, TRAIL_XML } from "./checkTrailForms.js";
import { checkTrailPaper, TRAIL_PAPER } from "./checkTrailPaper.js";
import type { StatedDocument, Statement } from "./readStatement.js";
import type { Verification } from "./verification.js";

/** Checks what the files of the container say, and that they say the same. */
export function checkContents(verification: Verification, sealed: SealedContainer): void {
  const { files, report } = verification;
  const statement = report.check("what the file states", STATEMENT, (section) => {
    const read = checkStatement(files, section);
    if (read === null) return null;
    const { order, title, mode, madeAt } = read;
    report.about = { order, title, mode, madeAt };
    section.tell(`Of the order ${quoted(order)}, made at ${quoted(madeAt)}; it lists all files as they are.`);
    return read;
  });
  const chain = report.check("chain of events", CHAIN, (section) => {
    const read = checkChain(files, CHAIN, section);
    if (read === null) return null;
    const { events, personalChecked, personalWithheld } = read.verdict;
    if (personalWithheld > 0) {
      section.open(`Personal data of ${personalWithheld} events, which are not in the file.`, false);
    }
    section.tell(
      `${events} events: each hash, each link and the head are right; personal data of ${personalChecked} match their commitments.`,
    );
    return read;
  });
  report.check("audit trail for people", TRAIL_PAPER, (section) =>
    checkTrailPaper(verification, section, sealed),
  );
  if (statement !== null) checkStated(verification, sealed, statement, chain);
}

function checkStated(
  verification: Verification,
  sealed: SealedContainer,
  statement: Statement,
  chain: ReadChain | null,
): void {
  const { files, report } = verification;
  if (chain !== null) {
    const facts = chainFactsOf(chain.audit);
    report.check("chain and statement", STATEMENT, (section) => {
      checkStatedChain(statement, chain, section);
      requireEveryDocument(statement, facts, (message) =>
        section.fault("statement_mismatch", message, STATEMENT),
      );
      section.tell("They are about the same order, the same documents and the same events.");
    });
    for (const document of statement.documents) checkDocument(verification, sealed, document, facts);
    for (const name of ["consents.json", "pages.json"] as const) {
      report.check("record", name, (section) => {
        checkRecord(files, name, chain.audit, section);
        section.tell("It is what the chain of events yields.");
      });
    }
    report.check("audit trail as XML", TRAIL_XML, (section) =>
      checkTrailXml(verification, chain.audit, section),
    );
    report.check("chain in the audit trail", TRAIL_PAPER, (section) =>
      checkAttachedChain(verification, chain.audit, section),
    );
    if (hasProofFolder(files, chain.audit)) {
      report.check("proof folder", PROOF_FOLDER, (section) => checkProofFolder(files, chain.audit, section));
    }
    report.check("signers' certificates", undefined, (section) => checkCertificates(files, facts, section));
  }
  checkTimestamps(verification, sealed, statement);
  report.check("place in the log", CHECKPOINT.inclusion, (section) =>
    checkCheckpoint(verification, section, statement, { chain: chain?.audit ?? null, ...sealed }),
  );
}

function checkDocument(
  verification: Verification,
  { until }: SealedContainer,
  document: StatedDocument,
  facts: ChainFacts,
): void {
  const { report } = verification;
  const { certificates } = facts;
  const context: DocumentContext = {
    verification,
    recorded: facts.documents.get(document.id),
    certificates,
    until,
  };
  const file = document.signed?.file ?? document.source.file ?? undefined;
  const what = `document ${document.id}`;
  report.check(`${what}, its files`, file, (section) => {
    checkRecordedHashes(document, context, section);
    checkDocumentFiles(document, context, section);
    section.tell("The hashes are those that the chain of events tells of, and the files have them.");
    if (file !== undefined) return;
    section.tell("The hashes are those that the chain of events tells of.");
    const when = document.removedAt === null ? "" : `; it was removed at ${document.removedAt}`;
    section.open(`The document itself is not in the file, its hash stands for it${when}.`, false);
  });
  if (document.signed === null || document.signed.file === null) return;
  report.check(`${what}, its signatures`, file, (section) =>
    checkDocumentSignatures(document, context, section),
  );
}

function requireEveryDocument(
  { documents }: Statement,
  facts: ChainFacts,
  fault: (message: string) => void,
): void {
  const stated = new Set<string>();
  for (const { id } of documents) {
    if (stated.has(id)) fault(`evidence.json states the document ${quoted(id)} twice.`);
    stated.add(id);
  }
  for (const id of facts.documents.keys()) {
    if (!stated.has(id))
      fault(`The chain tells of the document ${quoted(id)}, which evidence.json does not know.`);
  }
}

/** Time-stamps that were set apart from the documents, so that they outlast them. */
function checkTimestamps(
  verification: Verification,
  { until }: SealedContainer,
  { documents }: Statement,
): void {
  const { files, report, pdfs } = verification;
  const names = files.matching("timestamps/", ".tst");
  if (names.length === 0) return;
  const signed = documents.map((document) => document.signed?.file ?? null);
  const tokens = new Set(
    signed.flatMap((name) => (name === null ? [] : tokensIn(pdfs.get(name)?.revisions ?? []))),
  );
  const areHere = documents.every((document) => document.signed === null || document.signed.file !== null);
  report.check("time-stamps of the documents", undefined, (section) => {
    for (const name of names) checkTimestampFile(verification, name, tokens, areHere, until, section);
    section.tell(
      `${names.length} are good${areHere ? ", and are those of the documents" : " in themselves"}.`,
    );
    if (areHere) return;
    section.open(
      "What the time-stamps of removed documents are over: the documents are not in the file.",
      false,
    );
  });
}

/** SHA-256 of each time-stamp token, hexadecimal. */
function tokensIn(revisions: readonly { contents: Uint8Array; isDocumentTimestamp: boolean }[]): string[] {
  return revisions.flatMap(({ contents, isDocumentTimestamp }) => {
    if (isDocumentTimestamp) return [hash(contents)];
    try {
      return parseSignedData(contents).timestampTokens.map(hash);
    } catch (error) {
      if (error instanceof EngineError) return [];
      throw error;
    }
  });
}

const hash = (token: Uint8Array): string => Buffer.from(digestOf("sha256", token)).toString("hex");
