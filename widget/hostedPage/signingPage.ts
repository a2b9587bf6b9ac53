import type { Placement, SignerStatus } from "./calls/answers.js";
import type { BrowserSession } from "./calls/browserSession.js";
import { Problem } from "./calls/failure.js";
import { failureWords } from "./calls/failureWords.js";
import type { SignerCalls } from "./calls/signerCalls.js";
import { DocumentLinks } from "./documents/documentLinks.js";
import { doneHeadings, donePage } from "./donePage.js";
import type { DraftKeeper } from "./draft.js";
import { element } from "./element.js";
import type { Frame } from "./frame.js";
import type { PhraseKey } from "./language/en.js";
import type { Phrases } from "./language/phrases.js";
import { logo } from "./logo.js";
import { noticePage, waitingPage } from "./noticePage.js";
import { endingNotice, linkNotice, orderState } from "./orderState.js";
import { SigningVisit } from "./signingVisit.js";
import type { VisitHost } from "./visit.js";
import { wayOut } from "./wayOut.js";

const pauseBetweenLooks = 1_500;
const patientFor = 60_000;

/** The page: opens an order, and shows the steps while it is open or else what became of it. */
export class SigningPage implements VisitHost {
  #visit: SigningVisit | undefined;

  constructor(
    readonly calls: SignerCalls,
    readonly phrases: Phrases,
    readonly keeper: DraftKeeper,
    readonly frame: Frame,
    readonly session: BrowserSession,
  ) {}

  /** Asks how the order stands, and shows it. */
  async open(): Promise<void> {
    const waiting = waitingPage(this.phrases.say("page.opening"));
    this.frame.main.replaceChildren(waiting.element);
    const links = new DocumentLinks(this.calls);
    try {
      // Asked for side by side: places and links are of no use without the status, but come no later than it.
      links.prepare();
      const [status, placements] = await Promise.all([
        this.calls.status(),
        this.calls.positions().catch((): readonly Placement[] => []),
      ]);
      this.phrases.speakTo(status.signer.role);
      this.phrases.tellTimesIn(status.time_zone);
      this.frame.dress(status.page);
      this.frame.name(status.request.title, status.request.sender, status.signer.role);
      if (await this.#showIfClosed(status)) return;
      this.frame.settle(status.page);
      this.session.store();
      this.#visit = new SigningVisit(this, status, placements, links);
      this.#visit.start();
    } catch (failure) {
      this.#notOpened(failure);
    }
  }

  /** The order may have ended while the signer was at a step. @returns whether it has, and is shown so */
  async closedMeanwhile(): Promise<boolean> {
    try {
      return await this.#showIfClosed(await this.calls.status());
    } catch (failure) {
      const notice = linkNotice(failure, this.phrases);
      if (notice === undefined) return false;
      this.#show(notice.heading, noticePage(notice));
      return true;
    }
  }

  /** The server has the signature, or is placing it. */
  async signed(placing: boolean): Promise<void> {
    if (placing || !(await this.closedMeanwhile())) await this.#awaitPlacing();
  }

  /** Who asks, to be named in a sentence. */
  sender(status: SignerStatus): string {
    return status.request.sender ?? this.phrases.say("state.sender");
  }

  async #showIfClosed(status: SignerStatus): Promise<boolean> {
    const state = orderState(status, this.keeper.draft);
    if (state === "open") return false;
    if (state === "placing") {
      await this.#awaitPlacing();
    } else if (state === "preparing") {
      await this.#awaitDocuments();
    } else if (state === "signed" || state === "approved" || state === "received") {
      this.keeper.forget();
      this.session.forget();
      this.#show(this.phrases.say(doneHeadings[state]), donePage(status, state, this.calls, this.phrases));
    } else {
      const notice = endingNotice(state, status, this.sender(status), this.phrases);
      const onwards = wayOut(status.page.cancel_url, this.phrases.say("page.continue"), "button-primary");
      this.#show(notice.heading, noticePage({ ...notice, logo: logo(status) }, onwards));
    }
    return true;
  }

  /** Until the signature stands. */
  #awaitPlacing(): Promise<void> {
    return this.#await("placing", "sign.signing", "sign.placing", "sign.slow");
  }

  /** Until the documents are there: the link was opened before. */
  #awaitDocuments(): Promise<void> {
    return this.#await("preparing", "state.preparing", "state.preparingHint", "state.preparingSlow");
  }

  /** Looks again and again as long as the order stands like that, and says so when that takes long. */
  async #await(
    state: "placing" | "preparing",
    heading: PhraseKey,
    hint: PhraseKey,
    whenSlow: PhraseKey,
  ): Promise<void> {
    const waiting = waitingPage(this.phrases.say(hint));
    this.#show(this.phrases.say(heading), waiting.element);
    const since = Date.now();
    for (;;) {
      const slow = Date.now() - since > patientFor;
      if (slow) waiting.say(this.phrases.say(whenSlow));
      await new Promise((resume) => setTimeout(resume, slow ? 4 * pauseBetweenLooks : pauseBetweenLooks));
      // No answer now may be an answer at the next look.
      const status = await this.calls.status().catch(() => undefined);
      if (status === undefined || orderState(status, this.keeper.draft) === state) continue;
      if (await this.#showIfClosed(status)) return;
      // The documents are there, or the server gave the signature up: the signer is at the steps.
      await this.open();
      return;
    }
  }

  #notOpened(failure: unknown): void {
    const notice = linkNotice(failure, this.phrases);
    if (notice !== undefined) {
      this.#show(notice.heading, noticePage(notice));
      return;
    }
    const { title, hint, reference } = failureWords(failure, this.phrases);
    const again = element(
      "button",
      { type: "button", class: "button-primary", onclick: () => void this.open() },
      this.phrases.say("page.tryAgain"),
    );
    const words = reference !== undefined && failure instanceof Problem;
    this.#show(
      title,
      noticePage(
        { icon: "alert", tone: "bad", heading: title, text: hint, alone: true },
        words && element("p", { class: "hint" }, this.phrases.say("page.reference", { reference })),
        again,
      ),
    );
  }

  #show(title: string, view: HTMLElement): void {
    this.frame.settle(null);
    this.#visit?.end();
    this.#visit = undefined;
    document.documentElement.dataset["step"] = "state";
    document.title = title;
    history.replaceState(null, "", location.pathname + location.search);
    this.frame.main.replaceChildren(view);
    window.scrollTo({ top: 0, behavior: "instant" });
    view.querySelector<HTMLElement>("#state-heading")?.focus({ preventScroll: true });
  }
}
