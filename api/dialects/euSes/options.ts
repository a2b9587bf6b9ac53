import type { Order } from "../../orders/order.js";

/** `#RRGGBB`; null: the page's own. */
type Colour = string | null;

/** How the page looks, in this dialect's words. */
export interface EuSesUi {
  readonly sidebarBackgroundColor: Colour;
  readonly sidebarTitleColor: Colour;
  readonly sidebarTextColor: Colour;
  readonly footerBackgroundColor: Colour;
  readonly headerBackgroundColor: Colour;
  readonly headerTitleColor: Colour;
  readonly headerSubtitleColor: Colour;
  readonly buttonTextColor: Colour;
  readonly buttonTextColorHover: Colour;
  readonly buttonBackgroundColor: Colour;
  readonly buttonBackgroundColorHover: Colour;
  readonly signButtonTextColor: Colour;
  readonly signButtonTextColorHover: Colour;
  readonly signButtonBackgroundColor: Colour;
  readonly signButtonBackgroundColorHover: Colour;
  readonly sidebarLogo: string | null;
  readonly hideSidebar: boolean;
  readonly hideHeader: boolean;
  readonly hideDownloadValidated: boolean;
  readonly hideDownloadSigned: boolean;
  readonly iframeAncestors: readonly string[];
  readonly completeUrl: string | null;
  readonly cancelUrl: string | null;
}

/** What an order was asked with that orders of ours do not have; what is left out has its default. */
export interface GivenOptions {
  readonly signatureMode?: readonly ("typed" | "drawn")[];
  /** IANA. */
  readonly timezone?: string;
  readonly ui?: Partial<EuSesUi>;
}

export interface EuSesOptions {
  readonly signatureMode: readonly ("typed" | "drawn")[];
  readonly userEditableData: { readonly name: boolean; readonly mobile: boolean; readonly email: boolean };
  readonly timezone: string;
  readonly signerMustRead: boolean;
  readonly ui: EuSesUi;
}

const plainUi: EuSesUi = {
  sidebarBackgroundColor: null,
  sidebarTitleColor: null,
  sidebarTextColor: null,
  footerBackgroundColor: null,
  headerBackgroundColor: null,
  headerTitleColor: null,
  headerSubtitleColor: null,
  buttonTextColor: null,
  buttonTextColorHover: null,
  buttonBackgroundColor: null,
  buttonBackgroundColorHover: null,
  signButtonTextColor: null,
  signButtonTextColorHover: null,
  signButtonBackgroundColor: null,
  signButtonBackgroundColorHover: null,
  sidebarLogo: null,
  hideSidebar: false,
  hideHeader: false,
  hideDownloadValidated: false,
  hideDownloadSigned: false,
  iframeAncestors: [],
  completeUrl: null,
  cancelUrl: null,
};

/** The options of an order, with defaults filled in; what orders have themselves is told as it is there. */
export function euSesOptions(
  { editableIdentity, mustRead }: Pick<Order, "editableIdentity" | "mustRead">,
  given: GivenOptions = {},
): EuSesOptions {
  return {
    signatureMode: given.signatureMode ?? ["typed", "drawn"],
    userEditableData: {
      name: editableIdentity.includes("given_name") && editableIdentity.includes("surname"),
      mobile: editableIdentity.includes("phone"),
      email: editableIdentity.includes("email"),
    },
    timezone: given.timezone ?? "UTC",
    signerMustRead: mustRead,
    ui: { ...plainUi, ...given.ui },
  };
}
