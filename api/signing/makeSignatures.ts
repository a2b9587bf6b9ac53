import { createHash } from "node:crypto";
import { completeSignature, timestampDigest } from "../../engine/pades/completeSignature.js";
import { type PreparedSignature, prepareSignature } from "../../engine/pades/prepareSignature.js";
import { prepareImage } from "../../engine/pdf/appearance/preparedImage.js";
import { signatureAppearance } from "../../engine/pdf/appearance/signatureAppearance.js";
import { openPdf } from "../../engine/pdf/document.js";
import { findPage } from "../../engine/pdf/pageTree.js";
import { type Placement, viewSize } from "../../engine/pdf/viewPlacement.js";
import type { Mode } from "../apiKeys/caller.js";
import type { OneTimeCertificate } from "../ca/signerAuthority.js";
import { publicId } from "../ids/id.js";
import type { OrderDocument, Signer, Placement as StoredPlacement } from "../orders/order.js";
import type { Platform } from "../platform.js";
import { signatureCaption, signatureDate } from "./appearanceText.js";
import { defaultPlacement } from "./defaultPlacement.js";
import { OneTimeKey } from "./oneTimeKey.js";

/** A document as it stands before this signer signs it. */
export interface DocumentToSign {
  readonly document: OrderDocument;
  /** The revision that `bytes` are. */
  readonly revision: number;
  readonly bytes: Uint8Array;
  readonly placement: StoredPlacement | null;
}

export interface SignedDocument {
  readonly document: OrderDocument;
  readonly revision: number;
  readonly bytes: Uint8Array;
  /** SHA-256 before and after, 32 bytes each. */
  readonly sha256Before: Uint8Array;
  readonly sha256After: Uint8Array;
}

export interface Signatures {
  readonly certificate: OneTimeCertificate;
  readonly documents: readonly SignedDocument[];
}

type Needs = Pick<Platform, "signerAuthority" | "timestampAuthority" | "typefaces" | "clock">;

/**
 * Signs all documents with one key that exists for this call only: PAdES B-T, one revision each.
 * The key is destroyed before the first time-stamp is asked for, so that a slow authority does not prolong its life.
 * @param image the drawn signature, a PNG, or null
 * @throws EngineError, TimestampError
 */
export async function makeSignatures(
  platform: Needs,
  mode: Mode,
  signer: Signer,
  typedName: string | null,
  image: Uint8Array | null,
  documents: readonly DocumentToSign[],
): Promise<Signatures> {
  const authority = platform.signerAuthority[mode];
  const timestamps = platform.timestampAuthority[mode];
  const { fonts, handwriting, shaper } = platform.typefaces;
  const signingDate = platform.clock.now();
  const name = `${signer.givenName} ${signer.surname}`;
  const drawing = image && prepareImage({ kind: "png", bytes: image });
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
      const placement = placementOf(item, signer);
      const step = prepareSignature(item.bytes, {
        certificates,
        timestampTokenBytes: timestamps.maxTokenBytes,
        signingDate,
        name,
        placement,
        appearance: signatureAppearance({
          width: placement.width,
          height: placement.height,
          name: typedName ?? name,
          caption: signatureCaption(signer.language),
          lines: [signatureDate(signer.language, signingDate)],
          font: fonts,
          shaper,
          ...(drawing ? { image: drawing } : typedName !== null && { nameFont: handwriting }),
        }),
      });
      return { item, step, signatureValue: key.sign(step.toBeSigned) };
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
    });
  }
  return { certificate, documents: signed };
}

function placementOf({ bytes, document, placement }: DocumentToSign, signer: Signer): Placement {
  if (placement) {
    const { page, x, y, width, height } = placement;
    return { page, x, y, width, height, origin: "top-left" };
  }
  return defaultPlacement(
    signer.position,
    document.pages,
    viewSize(findPage(openPdf(bytes), document.pages)),
  );
}
