import type { Placement, SignerStatus } from "./calls/answers.js";
import { Problem } from "./calls/failure.js";
import type { SignerCalls } from "./calls/signerCalls.js";
import type { DocumentLinks } from "./documents/documentLinks.js";
import { DocumentsSection } from "./documents/documentsSection.js";
import type { ChosenSignature } from "./documents/placementMark.js";
import type { DraftKeeper } from "./draft.js";
import { element } from "./element.js";
import { hasConsented, Journey, type StepName } from "./journey.js";
import type { Phrases } from "./language/phrases.js";
import { Panel, type StepView } from "./panel.js";
import { PageReports } from "./reading/pageReports.js";
import { sidebar } from "./sidebar.js";
import { drawingToPng } from "./signature/drawing.js";
import { codeStep } from "./steps/codeStep.js";
import { consentStep } from "./steps/consentStep.js";
import { delegateStep } from "./steps/delegateStep.js";
import { detailsStep } from "./steps/detailsStep.js";
import { introduction } from "./steps/introduction.js";
import { readStep } from "./steps/readStep.js";
import { refuseStep } from "./steps/refuseStep.js";
import { signatureStep } from "./steps/signatureStep.js";
import { signStep } from "./steps/signStep.js";
import type { Visit, VisitHost } from "./visit.js";

const views: Readonly<Record<StepName, (visit: Visit) => StepView>> = {
  read: readStep,
  details: detailsStep,
  consent: consentStep,
  signature: signatureStep,
  code: codeStep,
  sign: signStep,
  refuse: refuseStep,
  delegate: delegateStep,
};

/** How many of our steps lie behind this one in the browser's history; it knows so after a reload too. */
function stepsBehind(): number {
  const state = history.state as { behind?: number } | null;
  return state?.behind ?? 0;
}

/** Answers that may mean that the order is no longer what it was: not found, conflict, gone. */
const orderMayHaveChanged = [403, 404, 409, 410];

/** The way through the steps of one open order. The address's fragment names the step, so the browser's back goes back. */
export class SigningVisit implements Visit {
  readonly calls: SignerCalls;
  readonly phrases: Phrases;
  readonly keeper: DraftKeeper;
  readonly placements: readonly Placement[];
  readonly panel: Panel;
  readonly documents: DocumentsSection;
  readonly reading: PageReports;
  fetched: Promise<void> = Promise.resolve();
  #status: SignerStatus;
  #journey: Journey;
  readonly #page: VisitHost;
  readonly #readingPlace = element("p", { class: "reading-place narrow-only" });
  readonly #progress = element("p", { class: "hint", role: "status" });
  readonly #moved = () => this.#show(this.#named(), true);
  #step: StepName = "read";
  #readTo = 0;

  constructor(page: VisitHost, status: SignerStatus, placements: readonly Placement[], links: DocumentLinks) {
    this.#page = page;
    this.calls = page.calls;
    this.phrases = page.phrases;
    this.keeper = page.keeper;
    this.#status = status;
    this.placements = placements;
    this.#journey = new Journey(status, placements);
    this.reading = new PageReports(this.calls, status, () => this.#showProgress());
    this.panel = new Panel(this.phrases, status.page);
    this.documents = new DocumentsSection(
      status.documents,
      placements,
      {
        phrases: this.phrases,
        canOpen: !status.page.hide.includes("download_source"),
        address: (id, renew) => links.address(id, renew),
        onChoosePlace: () => this.#choosePlace(),
      },
      ({ page: number, pages }) =>
        this.#readingPlace.replaceChildren(this.phrases.say("documents.page", { page: number, pages })),
      (documentId, number) => this.reading.saw(documentId, number),
    );
  }

  get status(): SignerStatus {
    return this.#status;
  }

  get journey(): Journey {
    return this.#journey;
  }

  get sender(): string {
    return this.#page.sender(this.status);
  }

  get signature(): ChosenSignature | undefined {
    const { way, typedName, drawing } = this.keeper.draft;
    if (way !== undefined && !this.status.signature_modes.includes(way)) return undefined;
    if (this.status.signer.role === "approver" || !hasConsented(this.status, this.keeper.draft))
      return undefined;
    if (way === "drawn") {
      return drawing === undefined ? undefined : { kind: "drawn", png: drawingToPng(drawing) };
    }
    return way === undefined ? undefined : { kind: "typed", name: typedName ?? this.status.signer.name };
  }

  /** Lays out the page, and goes on where the signer was. */
  start(): void {
    const introduced = { status: this.status, phrases: this.phrases, go: (step: StepName) => this.go(step) };
    const parts = [this.documents.element, this.panel.element];
    if (this.status.page.hide.includes("sidebar")) {
      const intro = element("div", { class: "narrow-only intro" }, ...introduction(introduced));
      this.documents.element.prepend(intro);
    } else parts.unshift(sidebar(introduced));
    this.#page.frame.main.replaceChildren(...parts);
    window.addEventListener("popstate", this.#moved);
    this.#show(this.#named(), false);
    history.replaceState(history.state, "", `#${this.#step}`);
    this.signatureChanged();
    // The server gives tickets for pages once it has handed the documents out.
    this.fetched = this.documents.load().then(() => this.reading.begin());
    void this.fetched;
  }

  end(): void {
    this.reading.end();
    window.removeEventListener("popstate", this.#moved);
  }

  go(step: StepName): void {
    history.pushState({ behind: stepsBehind() + 1 }, "", `#${step}`);
    this.#show(step, true);
  }

  goInstead(step: StepName): void {
    history.replaceState(history.state, "", `#${step}`);
    this.#show(step, true);
  }

  back(): void {
    if (stepsBehind() > 0) history.back();
    else this.goInstead(this.journey.before(this.#step));
  }

  async refresh(): Promise<void> {
    this.#status = await this.calls.status();
    this.#journey = new Journey(this.#status, this.placements);
  }

  again(): void {
    this.#show(this.#step, true);
  }

  signatureChanged(): void {
    this.documents.showSignature(this.signature);
  }

  signed(placing: boolean): void {
    void this.#page.signed(placing);
  }

  refused(): void {
    void this.#page.closedMeanwhile();
  }

  #named(): StepName {
    return this.journey.resumeAt(location.hash, this.keeper.draft);
  }

  /** Where the reader is; where each page must be read, how many were. */
  get #reading(): HTMLElement {
    return this.status.must_read ? this.#progress : this.#readingPlace;
  }

  #showProgress(): void {
    if (!this.status.must_read) return;
    const { shown: count, total } = this.reading;
    this.#progress.replaceChildren(
      count < total
        ? this.phrases.say("read.progress", { count, total })
        : this.phrases.say("read.complete", { count: total }),
    );
  }

  #show(wanted: StepName, moved: boolean): void {
    const step = this.journey.reachable(wanted, this.keeper.draft) ? wanted : "read";
    if (this.#step === "read") this.#readTo = window.scrollY;
    this.#step = step;
    const view = views[step](this);
    const count = this.journey.countOf(step);
    document.documentElement.dataset["step"] = step;
    document.title = `${view.heading} – ${this.status.request.title}`;
    this.panel.show(
      {
        ...view,
        ...(count === undefined ? {} : { count }),
        body: step === "read" ? [this.#reading, ...view.body] : view.body,
        primary: { ...view.primary, run: () => this.#guarded(view) },
      },
      moved,
    );
    if (moved)
      window.scrollTo({ top: this.#narrow && step !== "read" ? 0 : this.#readTo, behavior: "instant" });
  }

  /** Runs a step's action; where the server's no may come from a changed order, shows what became of it. */
  async #guarded(view: StepView): Promise<void> {
    try {
      await view.primary.run();
    } catch (failure) {
      const changed = failure instanceof Problem && orderMayHaveChanged.includes(failure.status);
      if (changed && (await this.#page.closedMeanwhile())) return;
      throw failure;
    }
  }

  #choosePlace(): void {
    if (this.#step === "read")
      void this.#guarded(readStep(this)).catch((failure) => this.panel.tell(failure));
    else this.panel.element.focus();
  }

  /** Whether a step stands in the documents' place instead of beside them. */
  get #narrow(): boolean {
    return matchMedia("(width < 60rem)").matches;
  }
}
