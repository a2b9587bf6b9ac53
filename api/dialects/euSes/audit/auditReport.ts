import type { ReportBlock, ReportSection, TrailReport } from "../../../auditTrail/report/trailReport.js";
import { code, facts, name, prose, table, words } from "../../../auditTrail/report/values.js";
import type { EuSesFile } from "../files.js";
import type { EuSesOrderView, EuSesSignerView } from "../presentOrder.js";
import type { EuSesAudit } from "./audit.js";

/** An audit as it is set for people, in English as all of this dialect is: HTML and PDF show the same. */
export function auditReport(
  { SignatureData: order, AuditData: lines }: EuSesAudit,
  isTest: boolean,
): TrailReport {
  return {
    language: "en",
    direction: "ltr",
    title: "Signature Data",
    subject: name(order.document.title)[0] ?? words(order.id),
    banner: isTest ? "Test: of no legal value" : null,
    notes: ["Times are in UTC."],
    sections: [
      section("general", "General Information", general(order)),
      section("options", "Signature Options", options(order)),
      section("document", "Document", [
        ...facts(
          ["Title", name(order.document.title)],
          ["Description", prose(order.document.description || null)],
        ),
      ]),
      ...fileSections(order),
      {
        ...section("signers", "Signers", []),
        sections: order.signers.map((signer, index) => signerSection(signer, index)),
      },
      section(
        "audit",
        "Audit Data",
        table("Operations", lines, [
          ["Operation Timestamp", ({ createdAt }) => code(createdAt)],
          ["Operation Detail", ({ log }) => name(log)],
          ["Operation ID", ({ id }) => code(id)],
        ]),
      ),
    ].filter(({ blocks, sections }) => blocks.length + sections.length > 0),
  };
}

function section(id: string, heading: string, blocks: readonly ReportBlock[]): ReportSection {
  return { id, heading: words(heading), blocks, sections: [] };
}

function general(order: EuSesOrderView): ReportBlock[] {
  return facts(
    ["ID", code(order.id)],
    ["Created At", code(order.createdAt)],
    ["Updated At", code(order.updatedAt)],
    ["Certificate Type", code(order.certificateType)],
    ["State", code(order.state)],
    ["Signature Type", code(order.signatureType)],
    ["Error Number", code(order.errorNumber === null ? null : String(order.errorNumber))],
    ["Error Message", name(order.errorMessage)],
  );
}

/** Each option by the name that requests have for it; of the page's look what was asked for. */
function options({ options: { ui, ...all } }: EuSesOrderView): ReportBlock[] {
  const asked = Object.entries(ui).filter(
    ([, value]) => value !== null && value !== false && !(Array.isArray(value) && value.length === 0),
  );
  return facts(
    ...Object.entries(all).map(([option, value]) => [option, code(shown(value))] as const),
    ...asked.map(([option, value]) => [`ui.${option}`, code(shown(value))] as const),
  );
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  if (typeof value !== "object" || value === null) return String(value);
  return Object.entries(value)
    .map(([name, member]) => `${name}: ${String(member)}`)
    .join(", ");
}

function fileSections({ document }: EuSesOrderView): ReportSection[] {
  const { inputDocuments, validatedDocument, signedDocument } = document;
  const one = (id: string, heading: string, file: EuSesFile | undefined) =>
    file === undefined ? [] : [section(id, heading, fileFacts(file))];
  return [
    ...one("signed", "Signed Document", signedDocument),
    ...one("validated", "Validated Document", validatedDocument),
    {
      ...section("input", "Input Documents", []),
      sections: inputDocuments.map((file, index) =>
        section(`input-${index + 1}`, file.name, fileFacts(file)),
      ),
    },
  ];
}

function fileFacts(file: EuSesFile): ReportBlock[] {
  return facts(
    ["ID", code(file.id)],
    ["Created At", code(file.createdAt)],
    ["Name", name(file.name)],
    ["Mimetype", code(file.mimetype)],
    ["Extension", code(file.extension)],
    ["MD5", code(file.md5 ?? null)],
    ["Size", code(String(file.size))],
  );
}

function signerSection(signer: EuSesSignerView, index: number): ReportSection {
  return section(
    `signer-${index + 1}`,
    `${signer.name} ${signer.surname}`,
    facts(
      ["ID", code(signer.id)],
      ["Name", name(signer.name)],
      ["Surname", name(signer.surname)],
      ["E-mail", code(signer.email ?? null)],
      ["Mobile", code(signer.mobile ?? null)],
      ["Authentication", code(signer.authentication.join(", ") || null)],
      ["Message", prose(signer.message ?? null)],
      ["State", code(signer.state)],
    ),
  );
}
