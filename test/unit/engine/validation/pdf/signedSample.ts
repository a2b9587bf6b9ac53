import { type ExtendOptions, extend } from "../../../../../engine/pades/extend.js";
import type { PadesLevel } from "../../../../../engine/pades/level.js";
import { sign } from "../../../../../engine/pades/sign.js";
import type { SignOptions } from "../../../../../engine/pades/signDocument.js";
import type { PdfReport } from "../../../../../engine/validation/pdfReport.js";
import { type PdfValidationOptions, validatePdf } from "../../../../../engine/validation/validatePdf.js";
import { type Authorities, newAuthorities, type TestSignatory } from "../../../../support/authorities.js";
import { sampleDocument } from "../../pades/sampleDocument.js";

/** Somebody who signs, and a look at what the validation says of it. */
export class Signed {
  private constructor(
    readonly authorities: Authorities,
    readonly document: Uint8Array,
  ) {}

  static async open(pages = 2): Promise<Signed> {
    return new Signed(await newAuthorities(), await sampleDocument(pages, false));
  }

  get sources(): Pick<ExtendOptions, "timestamp" | "revocation" | "trustAnchors"> {
    const { timestamp, revocation, roots } = this.authorities;
    return { timestamp, revocation, trustAnchors: roots };
  }

  async sign(
    pdf: Uint8Array = this.document,
    level: PadesLevel = "B-LT",
    more: Partial<Omit<SignOptions, "level">> & { readonly signer?: TestSignatory } = {},
  ): Promise<Uint8Array> {
    const { signer = await this.authorities.oneTimeSigner(), ...others } = more;
    const options = { ...signer, signingDate: new Date(), ...others };
    return sign(pdf, level === "B-B" ? options : { ...options, ...this.sources, level });
  }

  extend(pdf: Uint8Array, level: Exclude<PadesLevel, "B-B">): Promise<Uint8Array> {
    return extend(pdf, { ...this.sources, level });
  }

  validate(pdf: Uint8Array, options: Partial<PdfValidationOptions> = {}): PdfReport {
    const { roots: trustAnchors, crls } = this.authorities;
    return validatePdf(pdf, { trustAnchors, known: { crls }, time: new Date(), ...options });
  }
}

/** What a report says in short: of each signature its indication, sub-indication and what became of the document. */
export function inShort({ signatures }: PdfReport): string[] {
  return signatures.map(({ indication, subIndication, modification }) =>
    [indication, subIndication, modification].filter((word) => word !== null).join(" "),
  );
}
