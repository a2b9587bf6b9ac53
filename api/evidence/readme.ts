import { publicId } from "../ids/id.js";
import type { Order } from "../orders/order.js";

/** A document before and after signing, as files of the ZIP. */
export interface SignedPair {
  readonly source: string;
  readonly signed: string;
}

/**
 * The text that tells a stranger, years later, what the file holds and how to check it without us.
 * @param files all others of the ZIP
 * @param example one of the documents that were signed, or null while there is none
 */
export function evidenceReadme(order: Order, files: readonly string[], example: SignedPair | null): string {
  return `Evidence of the order ${publicId("ord", order.id)}
${oneLine(order.title)}

State: ${order.state}${order.mode === "test" ? " (a TEST order: it has no legal value)" : ""}

What is here
  source/        each document as it was given to the signers
  signed/        each document with all its signatures; every signature is an incremental update (ISO 32000): the
                 source is its beginning, byte for byte
  certificates/  the one-time certificate of each signer, the authority that issued it, and the root
  audit.json     every step of the procedure, as a hash chain (SHA-256 over RFC 8785 canonical JSON)

How to check it with other people's tools
${example ? checkSignatures(example) : "  Nobody has signed yet: there is no signature to check.\n"}
  The audit trail: for each event, SHA-256 over the canonical JSON (RFC 8785) of "body" is "hash", and "previous" of
  each body is the hash of the event before. "personal", where it stands, hashes to "personal" in the body. With the
  program of the same project:
    npx paraph verify-audit audit.json

Files
${files.map((file) => `  ${file}`).join("\n")}
`;
}

function checkSignatures({ source, signed }: SignedPair): string {
  return `  The signatures (PAdES, ETSI EN 319 142-1): open ${signed} in any PDF reader that checks
  signatures, or with poppler, after adding certificates/root.pem to an NSS database in ./nss:
    mkdir nss && certutil -N -d sql:nss --empty-password
    certutil -A -d sql:nss -n root -t "CT,C,C" -i certificates/root.pem
    pdfsig -nssdir sql:nss "${signed}"
  A signer's certificate lives for minutes. Its signature carries a time-stamp (RFC 3161) from within that time, which
  is the time to judge it at.

  That the source is the beginning of the signed document:
    cmp -n "$(stat -c %s "${source}")" "${source}" "${signed}"
`;
}

/** What a tenant wrote, without anything that could end the line or turn it around. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}
