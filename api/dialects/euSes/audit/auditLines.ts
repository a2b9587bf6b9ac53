import type { AuditTrail, TrailStep } from "../../../../engine/auditTrail/auditTrail.js";
import type { TrailSigner } from "../../../../engine/auditTrail/trailSigner.js";
import { sentenceOf } from "../../../auditTrail/report/sentence.js";
import { Speaker } from "../../../auditTrail/report/speaker.js";
import { parsePublicId } from "../../../ids/id.js";
import { euSesDate } from "../date.js";
import type { Revision } from "../files.js";

/** One operation, as this dialect's audit tells of it. */
export interface AuditLine {
  /** The first 24 digits of the event's hash: 24 lower-case hexadecimal digits, as all ids of this dialect are. */
  readonly id: string;
  readonly createdAt: string;
  /** One sentence and the facts that go with it, in English. */
  readonly log: string;
}

/**
 * What happened, line by line: the steps of the order's audit trail, with what the dialect asks for beside them: who
 * it concerned, where they came from, and the digests of each document.
 * @param procedure the dialect's id of the order
 * @param revisions with their MD5, as far as it is known
 */
export function auditLines(
  trail: AuditTrail,
  procedure: string,
  revisions: readonly Revision[],
): AuditLine[] {
  const speaker = new Speaker(trail, "en");
  const addresses = addressesOf(trail.signers);
  return trail.steps.map((step) => {
    const facts = [
      ...procedureFacts(trail, step, procedure),
      ...signerFacts(trail.signers, step),
      ...digestFacts(trail, step, revisions),
    ];
    const address = addresses.get(step.seq);
    if (address !== undefined) facts.push(`IP:${address}`);
    return {
      id: step.hash.slice(0, 24),
      createdAt: euSesDate(new Date(step.at)),
      log: [withoutMarks(sentenceOf(speaker, step)), ...facts].join("; "),
    };
  });
}

/** Marks of direction, which the report isolates names with: here they would stand in a program's string. */
function withoutMarks(sentence: string): string {
  return sentence.replaceAll(/[\u2066-\u2069]/g, "");
}

/** Network addresses by the number of the step that was taken from there. */
function addressesOf(signers: readonly TrailSigner[]): ReadonlyMap<number, string> {
  const known = new Map<number, string>();
  for (const { visits } of signers) {
    for (const { ip, steps } of visits) {
      if (ip !== null) for (const step of steps) known.set(step, ip);
    }
  }
  return known;
}

function procedureFacts({ procedure }: AuditTrail, { type }: TrailStep, id: string): string[] {
  if (type === "order.created") return [`procedure:${id}`];
  if (type !== "order.sent" || procedure.expires_at === null) return [];
  return [`expires:${euSesDate(new Date(procedure.expires_at))}`];
}

/** Who it concerned: at first with every address, later by name. */
function signerFacts(signers: readonly TrailSigner[], { signer: id, type }: TrailStep): string[] {
  const person = signers.find(({ signer }) => signer === id)?.person;
  if (!person) return [];
  const { given_name: name, surname, email, phone } = person;
  if (type !== "signer.added") return [`signer:${[name, surname].filter(Boolean).join(" ")}`];
  return [
    ...(name === null ? [] : [`name:${name}`]),
    ...(surname === null ? [] : [`surname:${surname}`]),
    ...(email === null ? [] : [`email:${email}`]),
    ...(phone === null ? [] : [`mobile:${phone}`]),
  ];
}

function digestFacts({ documents }: AuditTrail, step: TrailStep, revisions: readonly Revision[]): string[] {
  for (const { document, sha256, revisions: made } of documents) {
    const uuid = parsePublicId("doc", document);
    const md5 = (number: number) =>
      revisions.find(({ documentId, revision }) => documentId === uuid && revision === number)?.md5;
    const isSource = step.type === "document.added" && step.about.some(({ value }) => value === document);
    if (isSource) return digests(md5(0), sha256);
    const revision = made.find(({ seq }) => seq === step.seq);
    if (revision) return digests(md5(revision.revision ?? -1), revision.sha256_after);
  }
  return [];
}

function digests(md5: string | null | undefined, sha256: string | null): string[] {
  return [...(md5 ? [`MD5:${md5}`] : []), ...(sha256 === null ? [] : [`SHA256:${sha256}`])];
}
