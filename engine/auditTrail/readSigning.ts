import { nothing, type OrderReader, type SignerReader } from "./reader.js";
import { documentIn } from "./trailDraft.js";
import type { SignatureRequestDocument } from "./trailSigning.js";

/** Events of a signature, from the press of the button to the end of its key. */
export const signingReaders: Readonly<Record<string, SignerReader>> = {
  "signature.requested": (_, event, signer) => {
    if (signer.state === "waiting" || signer.state === "opened") signer.state = "signing";
    const documents = event.records("documents", ["document", "sha256", "revision"]).map(requestedOf);
    signer.requests.push({
      ...event.at,
      by: event.actor,
      authentication: event.text("authentication"),
      codes: event.texts("codes"),
      typed_name: event.ownText("typed_name"),
      drawing_sha256: event.text("drawn"),
      documents,
      personal: event.personal,
    });
    return { count: documents.length };
  },
  "certificate.issued": (_, event, signer) => {
    const serial = event.text("serial");
    const [sha256, notBefore, notAfter] = ["sha256", "not_before", "not_after"].map((name) =>
      event.text(name),
    );
    signer.certificates.push({
      ...event.at,
      serial,
      sha256: sha256 ?? null,
      not_before: notBefore ?? null,
      not_after: notAfter ?? null,
    });
    // Its digest stands for it: the certificate itself is a file of its own, and in each signature.
    event.ownText("certificate");
    return { serial };
  },
  "document.signed": (draft, event, signer) => {
    const revised = takeRevision(draft, event, "signature", signer.signer);
    if (revised === null) return nothing;
    const { document, revision, level, sha256_after: sha256 } = revised;
    const timestamp = event.record("timestamp", ["time", "authority", "serial", "policy"]);
    signer.signatures.push({ ...event.at, document, revision, level, sha256, timestamp });
    return { document, level };
  },
  "key.destroyed": (_, event, signer) => {
    const [algorithm, signatures] = [event.text("algorithm"), event.number("signatures")];
    signer.keys.push({ ...event.at, algorithm, signatures });
    return { count: signatures };
  },
};

/** Events of the seal. */
export const sealReaders: Readonly<Record<string, OrderReader>> = {
  "document.sealed": (draft, event) => {
    const revised = takeRevision(draft, event, "seal", null);
    return revised === null ? nothing : { document: revised.document, level: revised.level };
  },
};

function takeRevision(
  draft: Parameters<OrderReader>[0],
  event: Parameters<OrderReader>[1],
  kind: "signature" | "seal",
  signer: string | null,
) {
  const id = event.text("document");
  if (id === null) return null;
  const document = documentIn(draft, id);
  const revision = {
    ...event.at,
    kind,
    signer,
    revision: event.number("revision"),
    level: event.text("level"),
    bytes: event.number("bytes"),
    sha256_before: event.text("sha256_before"),
    sha256_after: event.text("sha256_after"),
  };
  document.revisions.push(revision);
  document.level = revision.level ?? document.level;
  return { document: id, ...revision };
}

function requestedOf(record: Record<string, unknown>): SignatureRequestDocument {
  const { document = null, sha256 = null, revision = null } = record;
  return {
    document: document === null ? null : String(document),
    sha256: sha256 === null ? null : String(sha256),
    revision: revision === null ? null : Number(revision),
  };
}
