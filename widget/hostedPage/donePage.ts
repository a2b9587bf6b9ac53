import type { SignedDocuments, SignerStatus } from "./calls/answers.js";
import { Problem } from "./calls/failure.js";
import type { SignerCalls } from "./calls/signerCalls.js";
import { element, icon } from "./element.js";
import type { Phrases } from "./language/phrases.js";
import { logo } from "./logo.js";
import { noticePage } from "./noticePage.js";
import { ending } from "./orderState.js";
import { wayOut } from "./wayOut.js";

const triesForDocuments = 20;
const pauseBetweenTries = 2_000;

/** What the page of somebody who is done is called: one who signed, one who approved, one who receives a copy. */
export const doneHeadings = {
  signed: "done.heading",
  approved: "done.headingApproved",
  received: "done.headingReceived",
} as const;

/** Signed: says so, and hands out the documents as soon as they are there. */
export function donePage(
  status: SignerStatus,
  state: keyof typeof doneHeadings,
  calls: SignerCalls,
  phrases: Phrases,
): HTMLElement {
  const ended = ending(status, {});
  const { signer, request, page } = status;
  const { signed, total } = request.progress;
  const downloads = element("div", { class: "downloads", role: "status" });
  const all = signed >= total;
  const others = all
    ? total > 1 && phrases.say("done.all")
    : phrases.say("done.others", { count: signed, total });
  // Others may have ended the order after this signer signed.
  const news = ended === undefined ? others : phrases.say(`state.${ended}`);
  const canDownload = !page.hide.includes("download_signed");
  if (canDownload) void fillDownloads(downloads, calls, phrases);
  return noticePage(
    {
      icon: "check",
      tone: "good",
      logo: logo(status),
      heading: phrases.say(doneHeadings[state]),
      text:
        signer.signed_at === null ? "" : phrases.say("done.on", { date: phrases.moment(signer.signed_at) }),
    },
    news && element("p", { class: "state-text" }, news),
    canDownload && downloads,
    wayOut(page.complete_url, phrases.say("page.continue"), "button-primary") ??
      element("p", { class: "hint" }, phrases.say("done.close")),
  );
}

async function fillDownloads(place: HTMLElement, calls: SignerCalls, phrases: Phrases): Promise<void> {
  for (let tries = 0; tries < triesForDocuments; tries += 1) {
    try {
      const signed = await calls.signedDocuments();
      if (signed.documents.length > 0) {
        place.replaceChildren(...downloadLinks(signed, phrases));
        return;
      }
    } catch (failure) {
      if (failure instanceof Problem && failure.code === "document_removed") {
        place.replaceChildren(element("p", { class: "hint" }, phrases.say("done.removed")));
        return;
      }
      // Not sealed yet, or no answer: both end the same way, with another try and then with the words below.
    }
    if (tries === 0) place.replaceChildren(element("p", { class: "hint" }, phrases.say("done.preparing")));
    await new Promise((resume) => setTimeout(resume, pauseBetweenTries));
    if (!place.isConnected) return;
  }
  place.replaceChildren(element("p", { class: "hint" }, phrases.say("done.notReady")));
}

function downloadLinks({ documents, audit_url }: SignedDocuments, phrases: Phrases): Node[] {
  const link = (url: string, label: string, kind: string, mark: "download" | "document") =>
    element(
      "li",
      {},
      element("a", { href: url, class: kind, download: true }, icon(mark), element("bdi", {}, label)),
    );
  return [
    element("h3", { class: "downloads-heading" }, phrases.say("done.downloads")),
    element(
      "ul",
      { class: "downloads-list" },
      ...documents.map(({ url, name }) =>
        link(url, phrases.say("done.download", { name }), "download", "download"),
      ),
      audit_url === null
        ? ""
        : link(audit_url, phrases.say("done.audit"), "download download-audit", "document"),
    ),
  ];
}
