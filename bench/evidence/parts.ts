import { trailAsXml } from "../../api/auditTrail/renderings/xml.js";
import type { EvidenceFile } from "../../api/evidence/evidenceFile.js";
import { evidenceFiles } from "../../api/evidence/evidenceFiles.js";
import { readEvidenceSource } from "../../api/evidence/evidenceSource.js";
import { type Container, makeContainer } from "../../api/evidence/makeContainer.js";
import { sealPaper } from "../../api/papers/sealPaper.js";
import { makeTrailPaper } from "../../api/papers/trailPaper.js";
import { auditTrailOf } from "../../engine/auditTrail/auditTrailOf.js";
import type { Group } from "../group.js";
import { cryptographyOf } from "./cryptographyOf.js";
import type { EndedOrder } from "./signedOrder.js";

/** Of the seal, the time-stamp over it, and the time-stamp over everything. */
const signaturesOfLongTerm = 3;

/**
 * What is done to make an order's evidence file: the audit trail, which takes no cryptography, and what is sealed, each
 * part beside the cryptography that it cannot do without.
 */
export async function evidenceParts({ desk, orderId }: EndedOrder): Promise<Group[]> {
  const { tenantId } = desk;
  const { platform } = desk.service;
  const source = await platform.database.withTenant(tenantId, (transaction) =>
    readEvidenceSource(platform, transaction, orderId),
  );
  const { order, audit } = source;
  const trail = auditTrailOf(audit);
  const language = "en";
  const render = () => makeTrailPaper(platform, { tenantId, order, audit, trail, language });
  const paper = render();
  const sealed = (await sealPaper(platform, order.mode, paper)).bytes;
  const [withDocuments, without] = await Promise.all(
    [true, false].map((included) => evidenceFiles(platform, tenantId, source, included)),
  );
  const contain = async (files: readonly EvidenceFile[]) =>
    drain(await makeContainer(platform, order.mode, files, true));
  const whole = async (included: boolean) =>
    contain(await evidenceFiles(platform, tenantId, source, included));
  const [largeBytes, smallBytes] = [await contain(withDocuments!), await contain(without!)];

  const ofSeal = cryptographyOf("sealing", signaturesOfLongTerm, sealed.length);
  const ofLarge = cryptographyOf("the ASiC-E with documents", signaturesOfLongTerm, largeBytes);
  const ofSmall = cryptographyOf("the ASiC-E without", signaturesOfLongTerm, smallBytes);
  const ofWholeLarge = cryptographyOf("all, with documents", 2 * signaturesOfLongTerm, largeBytes);
  const ofWholeSmall = cryptographyOf("all, without", 2 * signaturesOfLongTerm, smallBytes);
  const about = `of 3 signers and 3 documents, ${audit.events.length} events`;
  const trailGroup: Group = {
    title: `Audit trail ${about}`,
    subjects: [
      { name: "from the chain, as XML", run: () => trailAsXml(auditTrailOf(audit), language) },
      { name: `render the PDF (${kilobytes(paper.length)})`, run: render },
    ],
  };
  const sealedGroup: Group = {
    title: `Evidence ${about}`,
    floors: [ofSeal, ofLarge, ofSmall, ofWholeLarge, ofWholeSmall],
    subjects: [
      {
        name: `seal the PDF, B-LTA (${kilobytes(sealed.length)})`,
        run: () => sealPaper(platform, order.mode, paper),
        floor: ofSeal,
      },
      {
        name: `build the ASiC-E, with documents (${kilobytes(largeBytes)})`,
        run: () => contain(withDocuments!),
        floor: ofLarge,
      },
      {
        name: `build the ASiC-E, without documents (${kilobytes(smallBytes)})`,
        run: () => contain(without!),
        floor: ofSmall,
      },
      { name: "all of it, with documents", run: () => whole(true), floor: ofWholeLarge },
      { name: "all of it, without", run: () => whole(false), floor: ofWholeSmall },
    ],
  };
  return [trailGroup, sealedGroup];
}

async function drain(container: Container): Promise<number> {
  let bytes = 0;
  for await (const part of container.parts()) bytes += part.length;
  return bytes;
}

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
