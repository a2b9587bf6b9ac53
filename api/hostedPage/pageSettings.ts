/** What an order, or the profile of orders, says of its signers' page; as it is kept in `orders.page` and asked for in requests. */
export interface PageSettings {
  colors?: PageColors;
  /**
   * A picture for the sidebar, and for the head of e-mails: an https URL, which the signer's browser and mail program
   * fetch. Null: none, although the profile has one.
   * @maxLength 2000
   */
  logo_url?: string | null;
  /**
   * Parts that are not shown: the sidebar beside the documents, the header, the link to a document as it was given, and
   * the signed documents and the audit trail to download when all is done.
   * @maxItems 4
   */
  hide?: HiddenPart[];
  /**
   * Origins of the pages that may show this page in a frame, as `https://crm.example.com`; 20 at most. None by default:
   * then nobody's page may.
   * @maxItems 20
   */
  frame_ancestors?: string[];
  /**
   * Where a button leads once the signer is done: an https URL, in test mode also http. Null: nowhere, although the
   * profile says where.
   * @maxLength 2000
   */
  complete_url?: string | null;
  /**
   * Where a button leads a signer who leaves without having signed: an https URL, in test mode also http. Null: nowhere,
   * although the profile says where.
   * @maxLength 2000
   */
  cancel_url?: string | null;
}

/**
 * Colours of the page, `#rrggbb` or `#rgb` each; ours where one is left out. Words that could not be read on what they
 * stand on are shown in the nearest colour in which they can.
 */
export interface PageColors {
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  sidebar_background?: string;
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  sidebar_title?: string;
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  sidebar_text?: string;
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  footer_background?: string;
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  header_background?: string;
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  header_title?: string;
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  header_subtitle?: string;
  /**
   * Of the buttons that lead on.
   * @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$
   */
  button_text?: string;
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  button_text_hover?: string;
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  button_background?: string;
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  button_background_hover?: string;
  /**
   * Of the button that signs or approves; as those that lead on where it is left out.
   * @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$
   */
  sign_button_text?: string;
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  sign_button_text_hover?: string;
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  sign_button_background?: string;
  /** @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$ */
  sign_button_background_hover?: string;
}

export type HiddenPart = "sidebar" | "header" | "download_source" | "download_signed";

/** How a signer may write their name: with the keyboard, or by hand. */
export type SignatureMode = "typed" | "drawn";

/** Both of them, as an order has them that says nothing else. */
export const signatureModes: readonly SignatureMode[] = ["typed", "drawn"];

/** What holds for an order: what it says itself, member by member, and else what its profile says. */
export function mergePages(
  profile: Readonly<PageSettings> | null,
  order: Readonly<PageSettings> | null,
): PageSettings {
  const colors = { ...profile?.colors, ...order?.colors };
  return { ...profile, ...order, ...(Object.keys(colors).length > 0 && { colors }) };
}
