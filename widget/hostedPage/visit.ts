import type { Placement, SignerStatus } from "./calls/answers.js";
import type { SignerCalls } from "./calls/signerCalls.js";
import type { DocumentsSection } from "./documents/documentsSection.js";
import type { ChosenSignature } from "./documents/placementMark.js";
import type { DraftKeeper } from "./draft.js";
import type { Journey, StepName } from "./journey.js";
import type { Phrases } from "./language/phrases.js";
import type { Panel } from "./panel.js";
import type { PageReports } from "./reading/pageReports.js";

/** What the steps work with, while an order is open. */
export interface Visit {
  readonly calls: SignerCalls;
  readonly phrases: Phrases;
  readonly keeper: DraftKeeper;
  readonly status: SignerStatus;
  readonly placements: readonly Placement[];
  readonly journey: Journey;
  readonly panel: Panel;
  readonly documents: DocumentsSection;
  readonly reading: PageReports;
  /** Resolves when every document has been fetched, or was tried to be. */
  readonly fetched: Promise<void>;
  /** The signature as entered, or undefined while there is none. */
  readonly signature: ChosenSignature | undefined;
  /** Who asks, to be named in a sentence. */
  readonly sender: string;
  /** Goes to a step, as to a new page. */
  go(step: StepName): void;
  /** Goes to a step in the place of the present one, which back should not find again. */
  goInstead(step: StepName): void;
  /** Goes back one step; the browser's own way back does the same. */
  back(): void;
  /** Asks the server anew who the signer is and what is asked of them. */
  refresh(): Promise<void>;
  /** Shows the present step anew, without a move. */
  again(): void;
  /** The signature changed: the marks on the pages follow. */
  signatureChanged(): void;
  /** Leaves the steps: the server has the signature, or is placing it. @param placing not placed yet */
  signed(placing: boolean): void;
  /** Leaves the steps: refused, or handed on to somebody else. */
  refused(): void;
}

/** The page around a visit: it shows what becomes of the order when the steps are left. */
export interface VisitHost {
  readonly calls: SignerCalls;
  readonly phrases: Phrases;
  readonly keeper: DraftKeeper;
  readonly frame: { readonly main: HTMLElement };
  /** Who asks, to be named in a sentence. */
  sender(status: SignerStatus): string;
  /** Shows what has become of the order. @returns whether it is over */
  closedMeanwhile(): Promise<boolean>;
  /** The server has the signature. @param placing not placed yet */
  signed(placing: boolean): Promise<void>;
}
