import type { AuditTrail } from "../../../engine/auditTrail/auditTrail.js";
import type { Label } from "../words/words.js";
import { whenAndBy } from "./columns.js";
import { custodyDetails } from "./custodyDetails.js";
import { messageBlocks } from "./messageBlocks.js";
import type { Speaker } from "./speaker.js";
import type { ReportSection } from "./trailReport.js";
import { code, facts, table, words } from "./values.js";

/** What was written to the sender. */
export function senderMessagesSection(speaker: Speaker, { messages }: AuditTrail): ReportSection {
  return {
    id: "messages",
    heading: words(speaker.label("senderMessages")),
    blocks: messageBlocks(speaker, null, messages),
    sections: [],
  };
}

/** What became of what is kept. */
export function custodySection(speaker: Speaker, { custody }: AuditTrail): ReportSection {
  const { sentences } = speaker.words;
  return {
    id: "custody",
    heading: words(speaker.label("custody")),
    blocks: table(null, custody, [
      ...whenAndBy(speaker),
      [speaker.label("event"), ({ what }) => [words(sentences[what as keyof typeof sentences])]],
      [speaker.label("participant"), ({ signer }) => speaker.signer(signer)],
      [speaker.label("details"), (entry) => custodyDetails(speaker, entry.details)],
    ]),
    sections: [],
  };
}

/** What the trail was made of, and by what it can be checked. */
export function chainSection(speaker: Speaker, { chain }: AuditTrail): ReportSection {
  const label = (name: Label) => speaker.label(name);
  return {
    id: "chain",
    heading: words(label("chain")),
    blocks: facts(
      [label("chainLength"), speaker.number(chain.length)],
      [label("head"), code(chain.head)],
      [label("hashFunction"), code(chain.hash)],
      [label("canonicalForm"), code(chain.canonicalization)],
      [label("exported"), speaker.time(chain.exported_at)],
      [label("unreadable"), speaker.number(chain.unreadable === 0 ? null : chain.unreadable)],
    ),
    sections: [],
  };
}
