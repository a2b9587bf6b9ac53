/**
 * What our papers say besides what an audit trail says too, in one language. What stands in braces differs from paper
 * to paper.
 */
export interface PaperWords {
  /** BCP 47, the primary subtag alone. */
  readonly language: string;
  /** In the frame of every paper. */
  readonly frame: {
    /** `{page}`, `{pages}`: left to whoever sets the pages. */
    readonly page: string;
    readonly check: string;
    readonly checkHow: string;
    /** Of the drawing of the code, for who cannot see it. */
    readonly code: string;
    readonly trailAttached: string;
    readonly attestationAttached: string;
    readonly head: string;
  };
  readonly attestation: {
    readonly title: string;
    /** `{name}` */
    readonly lead: string;
    readonly certificate: {
      readonly heading: string;
      readonly subject: string;
      readonly issuer: string;
      readonly issued: string;
    };
    readonly authentication: {
      /** `{to}` */
      readonly email: string;
      /** `{to}` */
      readonly sms: string;
      readonly none: string;
    };
    readonly key: { readonly heading: string; readonly destroyed: string };
    readonly signatures: {
      readonly made: string;
      /** `{level}`, the one that it has by now */
      readonly levelNow: string;
    };
    readonly written: string;
  };
}
