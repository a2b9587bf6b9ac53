import type { AuditTrail } from "../../../engine/auditTrail/auditTrail.js";
import type { At } from "../../../engine/auditTrail/parts.js";
import type { CodeAuthentication } from "../../../engine/auditTrail/trailAuthentication.js";
import type { TrailSigner } from "../../../engine/auditTrail/trailSigner.js";
import { stepNumber } from "./columns.js";
import type { Speaker } from "./speaker.js";
import type { ReportCell, ReportSection } from "./trailReport.js";
import { code, table, words } from "./values.js";

/** Who was asked, what they did, when, and how it was known that it was they: a row a person. */
export function summarySection(speaker: Speaker, { signers }: AuditTrail): ReportSection {
  return {
    id: "summary",
    heading: words(speaker.label("summary")),
    blocks: table(null, signers, [
      [
        speaker.label("participant"),
        ({ signer, personal }) => [...speaker.signer(signer), ...speaker.disclosure(personal)],
      ],
      [speaker.label("role"), ({ role }) => speaker.term("roles", role)],
      [speaker.label("state"), ({ state }) => speaker.term("signerStates", state)],
      [speaker.label("time"), ({ decision, replacement }) => whenEnded(speaker, decision ?? replacement)],
      [speaker.label("authentication"), (signer) => authenticatedBy(speaker, signer)],
    ]),
    sections: [],
  };
}

function whenEnded(speaker: Speaker, end: At | null): ReportCell {
  return end === null ? [] : [...speaker.time(end.at), stepNumber(speaker, end.seq)];
}

/** What was in fact given; what was asked for is told with the signer. */
function authenticatedBy(speaker: Speaker, { codes, statements, requests }: TrailSigner): ReportCell {
  const stated = new Set(statements.map(({ method }) => method ?? ""));
  const said = [
    ...codesGiven(speaker, codes),
    ...[...stated].map((method) =>
      words(`${speaker.label("statedBySender")}: ${speaker.termText("methods", method)}`),
    ),
  ];
  return said.length > 0 || requests.length === 0 ? said : speaker.term("authentications", "none");
}

/** By which channels codes came that were given, and to which addresses they were sent, each once. */
function codesGiven(speaker: Speaker, codes: readonly CodeAuthentication[]): ReportCell {
  const given = codes.filter(({ verified_at: at }) => at !== null);
  return [...new Set(given.map(({ channel }) => channel ?? ""))].flatMap((channel) => {
    const sent = given.filter((each) => (each.channel ?? "") === channel);
    return [
      ...speaker.term("authentications", channel),
      ...[...new Set(sent.map(({ sent_to: to }) => to))].flatMap(code),
      ...[...new Set(sent.map(({ personal }) => personal))].flatMap((personal) =>
        speaker.disclosure(personal),
      ),
    ];
  });
}
