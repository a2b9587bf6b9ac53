import type { HiddenPart, PageSettings } from "./pageSettings.js";
import { type PageTheme, pageTheme } from "./pageTheme.js";

/** How a signer's page is, as the page is told. */
export interface SignerPageView {
  /**
   * Colours of its parts by name, as `sidebar_background`, where it is light and where it is dark, all of them readable;
   * a part that is not named keeps the page's own. Null: all do.
   */
  theme: PageTheme | null;
  logo_url: string | null;
  hide: HiddenPart[];
  /** Origins of the pages that may frame it. */
  frame_ancestors: string[];
  /** Where a button leads now that the signer is done; null as long as they are not. */
  complete_url: string | null;
  /** Where a button leads who leaves without having signed; null once they are done. */
  cancel_url: string | null;
}

/** What a page is told of how it is. @param page order's and profile's together @param done whether the signer's part is */
export function presentPage(page: Readonly<PageSettings>, done: boolean): SignerPageView {
  return {
    theme: pageTheme(page.colors),
    logo_url: page.logo_url ?? null,
    hide: [...(page.hide ?? [])],
    frame_ancestors: [...(page.frame_ancestors ?? [])],
    complete_url: (done ? page.complete_url : null) ?? null,
    cancel_url: (done ? null : page.cancel_url) ?? null,
  };
}
