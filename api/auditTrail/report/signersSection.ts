import type { AuditTrail } from "../../../engine/auditTrail/auditTrail.js";
import type { TrailActor } from "../../../engine/auditTrail/parts.js";
import type { TrailSigner } from "../../../engine/auditTrail/trailSigner.js";
import type { Label } from "../words/words.js";
import { authenticationBlocks } from "./authenticationBlocks.js";
import { stepNumber, whenAndBy } from "./columns.js";
import { fieldValues } from "./fieldValues.js";
import { messageBlocks } from "./messageBlocks.js";
import { proofBlocks } from "./proofBlocks.js";
import { signingBlocks } from "./signingBlocks.js";
import type { Speaker } from "./speaker.js";
import type { ReportBlock, ReportSection } from "./trailReport.js";
import { code, facts, name, prose, table, words } from "./values.js";
import { visitBlocks } from "./visitBlocks.js";

/** Each person, with all that they did and that was done about them. */
export function signersSection(speaker: Speaker, { signers }: AuditTrail): ReportSection {
  return {
    id: "signers",
    heading: words(speaker.label("signers")),
    blocks: [],
    sections: signers.map((signer) => ({
      id: signer.signer,
      heading: speaker.signer(signer.signer)[0]!,
      blocks: [
        ...personBlocks(speaker, signer),
        ...changeBlocks(speaker, signer),
        ...visitBlocks(speaker, signer),
        ...authenticationBlocks(speaker, signer),
        ...proofBlocks(speaker, signer),
        ...signingBlocks(speaker, signer),
        ...messageBlocks(speaker, speaker.label("messages"), signer.messages),
        ...table(speaker.label("reminders"), signer.reminders, [
          ...whenAndBy(speaker),
          [speaker.label("automatic"), ({ automatic }) => speaker.answer(automatic)],
        ]),
      ],
      sections: [],
    })),
  };
}

function personBlocks(speaker: Speaker, signer: TrailSigner): ReportBlock[] {
  const label = (name: Label) => speaker.label(name);
  const { person, replacement, decision } = signer;
  return facts(
    [label("id"), code(signer.signer)],
    [speaker.fieldLabel("given_name"), name(person?.given_name ?? null)],
    [speaker.fieldLabel("surname"), name(person?.surname ?? null)],
    [speaker.fieldLabel("email"), code(person?.email ?? null)],
    [speaker.fieldLabel("phone"), code(person?.phone ?? null)],
    [speaker.fieldLabel("country"), speaker.country(person?.country ?? null)],
    [speaker.fieldLabel("external_id"), name(person?.external_id ?? null)],
    [label("personalData"), speaker.term("disclosures", signer.personal)],
    [label("role"), speaker.term("roles", signer.role)],
    [label("group"), speaker.number(signer.group)],
    [label("witnessOf"), speaker.signer(signer.witness_of)],
    [label("language"), speaker.language(signer.language)],
    [label("authentication"), speaker.term("authentications", signer.authentication)],
    [label("added"), [...speaker.time(signer.added_at), ...speaker.actor(signer.added_by)]],
    [label("inPlaceOf"), speaker.signer(signer.in_place_of)],
    [label("state"), speaker.term("signerStates", signer.state)],
    [
      label("decision"),
      decision === null
        ? []
        : [
            ...speaker.term("signerStates", decision.what),
            ...speaker.time(decision.at),
            stepNumber(speaker, decision.seq),
            ...(isOther(decision.by, signer) ? speaker.actor(decision.by) : []),
            ...prose(decision.reason),
          ],
    ],
    [
      label("replacement"),
      replacement === null
        ? []
        : [
            ...speaker.term("signerStates", replacement.how),
            ...speaker.time(replacement.at),
            stepNumber(speaker, replacement.seq),
            ...speaker.actor(replacement.by),
            ...prose(replacement.reason),
          ],
    ],
    [label("replacedBy"), speaker.signer(replacement?.signer ?? null)],
  );
}

/** Whether somebody else decided than the signer, whose decision it is, or the service, which makes signatures. */
function isOther({ kind, id }: TrailActor, { signer }: TrailSigner): boolean {
  return kind !== "system" && (kind !== "signer" || id !== signer);
}

function changeBlocks(speaker: Speaker, { changes }: TrailSigner): ReportBlock[] {
  return table(speaker.label("changes"), changes, [
    ...whenAndBy(speaker),
    [speaker.label("fields"), ({ fields }) => speaker.terms("fields", fields)],
    [speaker.label("before"), ({ before }) => fieldValues(speaker, before)],
    [speaker.label("after"), ({ after }) => fieldValues(speaker, after)],
    [speaker.label("personalData"), ({ personal }) => speaker.disclosure(personal)],
  ]);
}
