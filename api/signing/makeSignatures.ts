import { createHash } from "node:crypto";
import { completeSignature, timestampDigest } from "../../engine/pades/completeSignature.js";
import { type PreparedSignature, prepareSignature } from "../../engine/pades/prepareSignature.js";
import { prepareImage } from "../../engine/pdf/appearance/preparedImage.js";
import { openPdf } from "../../engine/pdf/document.js";
import { findPage } from "../../engine/pdf/pageTree.js";
import { type Placement, viewSize } from "../../engine/pdf/viewPlacement.js";
import type { Mode } from "../apiKeys/caller.js";
import type { OneTimeCertificate } from "../ca/signerAuthority.js";
import { publicId } from "../ids/id.js";
import type { OrderDocument, Signer, Placement as StoredPlacement } from "../orders/order.js";
import { isInvisible, signatureWidget } from "../placements/signatureWidget.js";
import type { Platform } from "../platform.js";
import { DocumentForms } from "./documentForm.js";
import { OneTimeKey } from "./oneTimeKey.js";
import { SignatureLooks } from "./signatureLooks.js";
import { freePlace } from "./signaturePlace.js";
import { type SignatureTimestamp, signatureTimestamp } from "./signatureTimestamp.js";

/** A document as it stands before this signer signs it. */
export interface DocumentToSign {
  readonly document: OrderDocument;
  /** The revision that `bytes` are. */
  readonly revision: number;
  readonly bytes: Uint8Array;
  /** What stands in it of all signers who act. */
  readonly placements: readonly StoredPlacement[];
}

/** Who signs, and with what. */
export interface SigningHand {
  readonly mode: Mode;
  readonly signer: Signer;
  /** All signers of the order. */
  readonly signers: readonly Signer[];
  readonly typedName: string | null;
  /** IANA: the zone in which the time of signing is written; null: UTC. */
  readonly timeZone: string | null;
  /** The drawn signature, a PNG. */
  readonly image: Uint8Array | null;
  /** Drawn initials, PNG, by the value of their placement. */
  readonly initials: ReadonlyMap<string, Uint8Array>;
  /** Images of own appearances, by the keys of their objects. */
  readonly images: ReadonlyMap<string, Uint8Array>;
}

export interface SignedDocument {
  readonly document: OrderDocument;
  readonly revision: number;
  readonly bytes: Uint8Array;
  /** SHA-256 before and after, 32 bytes each. */
  readonly sha256Before: Uint8Array;
  readonly sha256After: Uint8Array;
  readonly timestamp: SignatureTimestamp;
}

export interface Signatures {
  readonly certificate: OneTimeCertificate;
  readonly documents: readonly SignedDocument[];
}

type Needs = Pick<Platform, "signerAuthority" | "timestampAuthority" | "typefaces" | "clock">;

/**
 * Signs all documents with one key that exists for this call only: PAdES B-T, one revision each. What the signer filled
 * in, and before the first signature the fields of all signers, go into that same revision.
 * The key is destroyed before the first time-stamp is asked for, so that a slow authority does not prolong its life.
 * @throws EngineError, TimestampError
 */
export async function makeSignatures(
  platform: Needs,
  hand: SigningHand,
  documents: readonly DocumentToSign[],
): Promise<Signatures> {
  const { mode, signer, image } = hand;
  const authority = platform.signerAuthority[mode];
  const timestamps = platform.timestampAuthority[mode];
  const signingDate = platform.clock.now();
  const name = `${signer.givenName} ${signer.surname}`;
  const drawing = image && prepareImage({ kind: "png", bytes: image });
  const looks = new SignatureLooks(platform, { ...hand, drawing, at: signingDate });
  const forms = new DocumentForms(platform, { ...hand, at: signingDate }, looks);
  const key = new OneTimeKey();
  let certificate: OneTimeCertificate;
  let prepared: { item: DocumentToSign; step: PreparedSignature; signatureValue: Uint8Array }[];
  try {
    certificate = await authority.issue(
      {
        givenName: signer.givenName,
        surname: signer.surname,
        country: signer.country,
        serialNumber: publicId("sgr", signer.id).toUpperCase().replace("_", "-"),
      },
      key.subjectPublicKeyInfo,
    );
    const certificates = [certificate.certificate, ...authority.chain];
    prepared = documents.map((item) => {
      const form = forms.of(item.placements, item.revision === 0);
      const widget = signatureWidget(item.placements.filter(({ signerId }) => signerId === signer.id));
      const digest = digests[item.document.digestAlgorithm];
      const step = prepareSignature(item.bytes, {
        certificates,
        timestampTokenBytes: timestamps.maxTokenBytes,
        signingDate,
        name,
        digest,
        ...placeOf(item, hand, widget),
        ...(form && { form }),
        appearance: looks.appearanceAt(widget),
      });
      return { item, step, signatureValue: key.sign(step.toBeSigned, digest) };
    });
  } finally {
    key.destroy();
  }
  const signed: SignedDocument[] = [];
  for (const { item, step, signatureValue } of prepared) {
    const timestampToken = await timestamps.timestamp(timestampDigest(signatureValue));
    const bytes = completeSignature(item.bytes, step.state, {
      signatureValue,
      timestampToken,
      pdfUnchanged: true,
      signatureVerified: true,
      timestampVerified: true,
    });
    signed.push({
      document: item.document,
      revision: item.revision + 1,
      bytes,
      sha256Before: createHash("sha256").update(item.bytes).digest(),
      sha256After: createHash("sha256").update(bytes).digest(),
      timestamp: signatureTimestamp(timestampToken),
    });
  }
  return { certificate, documents: signed };
}

/** What the engine calls them. */
const digests = { "SHA-256": "sha256", "SHA-512": "sha512" } as const;

/** A signature field that stands in the document, the box that the order gives, none, or a free place. */
function placeOf(
  { bytes, document, placements }: DocumentToSign,
  { signer, signers }: SigningHand,
  widget: StoredPlacement | null,
): { fieldName?: string; placement?: Placement } {
  if (widget !== null && isInvisible(widget)) return {};
  if (widget?.fieldName) return { fieldName: widget.fieldName };
  if (widget) {
    const { page, x, y, width, height } = widget;
    return { placement: { page, x, y, width, height, origin: "top-left" } };
  }
  const pdf = openPdf(bytes);
  const viewOf = (page: number) => viewSize(findPage(pdf, page));
  return { placement: freePlace(signer, signers, { pages: document.pages, placements, viewOf }) };
}
