import { auditTrailOf } from "../auditTrail/auditTrailOf.js";
import { EngineError } from "../error.js";
import { type AuditExport, isAuditExport } from "../hashchain/auditExport.js";
import { canonicalJson, type Json } from "../hashchain/canonicalJson.js";
import { JsonFault, readJson } from "../hashchain/readJson.js";
import { associatedFiles } from "../pdf/associatedFiles.js";
import { readXml } from "../xml/readXml.js";
import { type XmlElement, XmlFault } from "../xml/xmlElement.js";
import { TRAIL_PAPER } from "./checkTrailPaper.js";
import type { Section } from "./reportWriter.js";
import { compareTrail, TRAIL_NAMESPACE } from "./trailXml.js";
import type { Verification } from "./verification.js";

export const TRAIL_XML = "audit/audit-trail.xml";
/** An order with ten thousand events has a third of the elements. */
const xmlLimits = { maxBytes: 64 * 1024 * 1024, maxDepth: 32, maxElements: 1_000_000, maxAttributes: 8 };
/** The chain as the paper carries it. */
const ATTACHED = "audit.json";

/** Makes the audit trail again of the chain, and holds the XML form against it. */
export function checkTrailXml({ files }: Verification, audit: AuditExport, section: Section): void {
  const bytes = files.bytes(TRAIL_XML);
  if (bytes === undefined) {
    section.fault("file_missing", "The audit trail as XML is not there.");
    return;
  }
  const root = rootOf(bytes, section);
  if (root === null) return;
  const { different, unmatched } = compareTrail(root, auditTrailOf(audit));
  for (const path of different) {
    section.fault("trail_mismatch", `The XML says something else at ${path} than the chain of events.`);
  }
  const [first] = unmatched;
  if (first !== undefined) {
    const places = unmatched.length === 1 ? first : `${unmatched.length} places or more, such as ${first}`;
    section.open(`What it says, or leaves out, that this program does not: at ${places}.`, false);
    section.tell("Where it can be compared, it says what the chain of events yields.");
    return;
  }
  section.tell(
    "It says what the chain of events yields; its sentences, which repeat that in words, were not read.",
  );
}

/** The chain that the paper carries is the one beside it. */
export function checkAttachedChain({ pdfs }: Verification, audit: AuditExport, section: Section): void {
  const pdf = pdfs.get(TRAIL_PAPER);
  if (pdf === null || pdf === undefined) return;
  const attached = readable(() => associatedFiles(pdf.document))?.find(({ name }) => name === ATTACHED);
  if (attached === undefined) {
    section.open("What is printed in it: it carries no chain of events to be compared.", false);
    return;
  }
  const carried = comparable(parsed(attached.bytes));
  if (carried === null || carried !== comparable(audit)) {
    section.fault("trail_mismatch", "The chain of events that the paper carries is not the one beside it.");
  }
  section.open("What is printed in it: it is sealed, and was not read.", false);
  section.tell("It carries the chain of events that is beside it.");
}

function rootOf(bytes: Uint8Array, section: Section): XmlElement | null {
  try {
    const root = readXml(bytes, xmlLimits);
    if (root.namespace === TRAIL_NAMESPACE && root.name === "audit_trail") return root;
    section.fault("file_malformed", "The file is no audit trail.");
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    section.fault("file_malformed", `The XML ${error.message}.`);
  }
  return null;
}

/** When it was exported, and whose personal data it discloses, may differ. */
function comparable(file: unknown): string | null {
  if (!isAuditExport(file)) return null;
  try {
    return canonicalJson([
      file.order,
      file.chain,
      file.events.map((event) => (event as { body: Json }).body),
    ] as unknown as Json);
  } catch {
    return null;
  }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    const { value, repeatsName } = readJson(bytes);
    return repeatsName ? null : value;
  } catch (error) {
    if (error instanceof JsonFault) return null;
    throw error;
  }
}

function readable<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof EngineError) return null;
    throw error;
  }
}
