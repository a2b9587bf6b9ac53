import { certificatesIn } from "../cms/certificatesIn.js";
import { encodeOcspRequest } from "../ocsp/request.js";
import type { ValidationData } from "../pdf/documentSecurityStore.js";
import type { MissingValidationData } from "./validationDataMissing.js";
import type { RevocationFetcher, RevocationSource } from "./validationDataSource.js";

/** Asks one place for validation data; empty when that has none. */
export type Attempt = () => Promise<Partial<ValidationData>>;

type MissingIssuer = Extract<MissingValidationData, { kind: "issuer" }>;
type MissingRevocation = Extract<MissingValidationData, { kind: "revocation" }>;

/** A caller's source of revocation data. What was asked for once, also for another document, is not asked for again. */
export class RememberingSource {
  readonly #answers = new Map<string, Promise<Partial<ValidationData>>>();

  constructor(readonly source: RevocationSource) {}

  /** Where something that is missing may be had, in the order in which to try. */
  attempts(missing: MissingValidationData): Attempt[] {
    const { source } = this;
    switch (missing.kind) {
      case "signerCertificate":
        return [];
      case "issuer":
        return typeof source === "function" ? [] : this.#issuers(source, missing);
      case "revocation":
        return typeof source === "function"
          ? [this.#status(source, missing)]
          : this.#statuses(source, missing);
    }
  }

  #status(source: Exclude<RevocationSource, RevocationFetcher>, missing: MissingRevocation): Attempt {
    const { certificate, issuer } = missing;
    return this.#once(`status ${Buffer.from(certificate.sha256).toString("hex")}`, async () => {
      const answer = await source(certificate.der, issuer.der);
      return {
        ...(answer?.crl && { crls: [answer.crl] }),
        ...(answer?.ocsp && { ocspResponses: [answer.ocsp] }),
      };
    });
  }

  #issuers({ certificate: ask }: RevocationFetcher, { urls }: MissingIssuer): Attempt[] {
    if (ask === undefined) return [];
    return urls.map((url) =>
      this.#once(`certificate ${url}`, async () => {
        const bytes = await ask(url);
        return bytes ? { certificates: certificatesIn(bytes) } : {};
      }),
    );
  }

  /** OCSP first: its answers are short, where an authority's list may be megabytes. */
  #statuses({ crl, ocsp }: RevocationFetcher, missing: MissingRevocation): Attempt[] {
    const attempts: Attempt[] = [];
    for (const url of ocsp ? missing.ocsp : []) {
      const request = encodeOcspRequest(missing);
      attempts.push(
        this.#once(`ocsp ${url} ${Buffer.from(request).toString("hex")}`, async () => {
          const bytes = await ocsp?.(url, request);
          return bytes ? { ocspResponses: [bytes] } : {};
        }),
      );
    }
    for (const url of crl ? missing.crls : []) {
      attempts.push(
        this.#once(`crl ${url}`, async () => {
          const bytes = await crl?.(url);
          return bytes ? { crls: [bytes] } : {};
        }),
      );
    }
    return attempts;
  }

  #once(key: string, ask: Attempt): Attempt {
    return () => {
      const known = this.#answers.get(key);
      if (known !== undefined) return known;
      const answer = ask();
      this.#answers.set(key, answer);
      return answer;
    };
  }
}
