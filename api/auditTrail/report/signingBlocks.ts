import type { TrailSigner } from "../../../engine/auditTrail/trailSigner.js";
import type { SignatureTimestamp } from "../../../engine/auditTrail/trailSigning.js";
import type { Label } from "../words/words.js";
import { when, whenAndBy } from "./columns.js";
import type { Speaker } from "./speaker.js";
import type { ReportBlock, ReportCell } from "./trailReport.js";
import { code, name, table, words } from "./values.js";

/** A signer's signatures, from the press of the button to the end of the key. */
export function signingBlocks(
  speaker: Speaker,
  { requests, certificates, signatures, keys }: TrailSigner,
): ReportBlock[] {
  const label = (name: Label) => speaker.label(name);
  return [
    ...table(label("requests"), requests, [
      ...whenAndBy(speaker),
      [label("authentication"), (request) => speaker.term("authentications", request.authentication)],
      [label("codes"), ({ codes }) => codes.flatMap(code)],
      [
        label("typedName"),
        ({ typed_name: typed, personal }) => [...name(typed), ...speaker.disclosure(personal)],
      ],
      [label("drawing"), ({ drawing_sha256: sha256 }) => code(sha256)],
      [
        label("documents"),
        ({ documents }) =>
          documents.flatMap(({ document, revision, sha256 }) => [
            ...speaker.document(document),
            ...(revision === null ? [] : [words(`${label("revision")}: ${speaker.numberText(revision)}`)]),
            ...code(sha256),
          ]),
      ],
    ]),
    ...table(label("certificates"), certificates, [
      ...when(speaker),
      [label("serial"), ({ serial }) => code(serial)],
      [label("sha256"), ({ sha256 }) => code(sha256)],
      [label("validFrom"), ({ not_before: from }) => speaker.time(from)],
      [label("validUntil"), ({ not_after: until }) => speaker.time(until)],
    ]),
    ...table(label("signatures"), signatures, [
      ...when(speaker),
      [label("document"), ({ document }) => speaker.document(document)],
      [label("revision"), ({ revision }) => speaker.number(revision)],
      [label("level"), ({ level }) => code(level)],
      [label("sha256"), ({ sha256 }) => code(sha256)],
      [label("timestamp"), ({ timestamp }) => timestampCell(speaker, timestamp)],
    ]),
    ...table(label("keys"), keys, [
      ...when(speaker),
      [label("algorithm"), ({ algorithm }) => code(algorithm)],
      [label("signatures"), ({ signatures: count }) => speaker.number(count)],
    ]),
  ];
}

/** In one place, so that its serial number is not taken for the certificate's. */
function timestampCell(speaker: Speaker, timestamp: SignatureTimestamp | null): ReportCell {
  if (timestamp === null) return [];
  const said = (name: Label, value: string | null) =>
    value === null ? [] : [words(`${speaker.label(name)}: ${speaker.embedded(value)}`)];
  const { time, authority, serial, policy } = timestamp;
  return [
    ...speaker.time(time),
    ...said("authority", authority),
    ...said("serial", serial),
    ...said("policy", policy),
  ];
}
