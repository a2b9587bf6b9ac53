import { containerName } from "./fileName.js";
import type { ReadmeFacts } from "./readmeFacts.js";

/** For `openssl`: certificates are judged at the time that the time-stamps prove, whenever somebody looks. */
const at = ({ madeAt }: ReadmeFacts) => `-attime ${Math.floor(madeAt.getTime() / 1000)}`;

/** How the container is checked: with one program, or by hand. */
export function checkWhole(facts: ReadmeFacts): string {
  return `  The whole, with EU DSS (the European Commission's validation software): give it the container, and certificates/root.cer
  as trusted certificate. Or with the program of the same project, offline:
    openssl x509 -inform DER -in certificates/root.cer -out root.pem
    npx paraph verify-evidence ${containerName(facts.order.id)} --trust root.pem
  Whether that root is the service's is for you to find out from somebody else: its SHA-256 is
  ${facts.root}

  By hand, with openssl: the files are those of the list, the list is signed, and all is time-stamped.
    sha256sum -c sha256sums.txt
    grep -F "$(openssl dgst -sha256 -binary evidence.json | base64)" META-INF/ASiCManifest001.xml
    grep -F "$(openssl dgst -sha256 -binary sha256sums.txt | base64)" META-INF/ASiCManifest001.xml
    openssl cms -verify -cades -binary -inform DER -in META-INF/signature001.p7s -content META-INF/ASiCManifest001.xml -CAfile root.pem -purpose any ${at(facts)} -out signed.xml
    openssl ts -verify -token_in -in META-INF/timestamp001.tst -data META-INF/ASiCArchiveManifest.xml -CAfile root.pem ${at(facts)}
  Where time-stamps were renewed, the newest is over ASiCArchiveManifest.xml, and timestamp001.tst over
  ASiCArchiveManifest001.xml, and so on.
`;
}

/** How signatures in PDFs are checked, the audit trail's among them. */
export function checkDocuments(facts: ReadmeFacts): string {
  const oneTime = facts.files.find((name) => name.startsWith("certificates/sgr_"));
  const token = facts.files.find((name) => name.startsWith("timestamps/"));
  const list = facts.files.find((name) => name.endsWith(".crl"));
  return `  The signatures in PDFs (PAdES, ETSI EN 319 142-1): with any PDF reader that checks signatures, or with poppler and NSS.
    mkdir nss && certutil -N -d sql:nss --empty-password
    certutil -A -d sql:nss -n root -t "CT,C,C" -i root.pem
    pdfsig -nssdir sql:nss audit/audit-trail.pdf
${facts.example ? pair(facts.example) : ""}${oneTime ? certificate(oneTime) : ""}${
  token
    ? `
  When a time-stamp was given, and by whom:
    openssl ts -reply -token_in -in "${token}" -text
`
    : ""
}${
  list
    ? `
  What an authority had revoked by then:
    openssl crl -inform DER -in ${list} -CAfile root.pem -noout -text
`
    : ""
}`;
}

function pair({ source, signed }: NonNullable<ReadmeFacts["example"]>): string {
  return `    pdfsig -nssdir sql:nss "${signed}"

  That what was given to the signers is the beginning of what they signed:
    cmp -n "$(stat -c %s "${source}")" "${source}" "${signed}"
`;
}

function certificate(name: string): string {
  return `
  Whose a one-time certificate is, and which authority gave it. It lives for minutes; the time-stamp of its signature is
  from within that time, which is the time to judge it at:
    openssl x509 -inform DER -in ${name} -noout -subject -issuer -dates
    openssl x509 -inform DER -in ${name} -out signer.pem
    openssl x509 -inform DER -in certificates/signers.cer -out signers.pem
    openssl verify -CAfile root.pem -untrusted signers.pem -purpose any -no_check_time signer.pem
`;
}

/** How the chain of events and its place in the log are checked. */
export function checkChain(facts: ReadmeFacts): string {
  const log = facts.files.includes("checkpoint/inclusion.json");
  return `  The chain: for each event of audit/audit.json, SHA-256 over the canonical JSON (RFC 8785) of "body" is "hash", and
  "previous" of each body is the hash of the event before. "personal", where it stands, hashes to "personal" in the body.
  With the program of the same project:
    npx paraph verify-audit audit/audit.json
${log ? inLog(facts) : ""}`;
}

function inLog(facts: ReadmeFacts): string {
  return `
  The log: checkpoint/checkpoint.txt is the head of a Merkle tree (RFC 6962) with one line each for its name, its size, its
  root hash (base64) and its time. The leaf of this order is SHA-256 over a zero byte and the canonical JSON of
  {"v":1,"log","order","length","head"} as checkpoint/inclusion.json has them; with the hashes of "path" it leads to the root
  hash (RFC 9162, 2.1.3.2). "head" is the hash of event number "length" of the chain. The head of the log is signed:
    openssl cms -verify -cades -binary -inform DER -in checkpoint/checkpoint.p7s -content checkpoint/checkpoint.txt -CAfile root.pem -purpose any ${at(facts)} -out head.txt
`;
}
