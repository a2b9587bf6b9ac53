import type { PageSettings } from "../../hostedPage/pageSettings.js";
import type { Order } from "../../orders/order.js";
import type { Asked } from "./asked.js";
import { type ColourName, colourNames, type HidingName, hidingNames, namesOf } from "./optionNames.js";

/** How the page looks, in this dialect's words: colours as `#rrggbb`, null where it is the page's own. */
export interface EuSesUi
  extends Readonly<Record<ColourName, string | null>>,
    Readonly<Record<HidingName, boolean>> {
  readonly sidebarLogo: string | null;
  readonly iframeAncestors: readonly string[];
  readonly completeUrl: string | null;
  readonly cancelUrl: string | null;
}

export interface EuSesOptions {
  readonly asyncDocumentsValidation: boolean;
  readonly asyncSignature: boolean;
  readonly signatureMode: readonly ("typed" | "drawn")[];
  readonly userEditableData: { readonly name: boolean; readonly mobile: boolean; readonly email: boolean };
  /** IANA. */
  readonly timezone: string;
  readonly signerMustRead: boolean;
  readonly ui: EuSesUi;
}

/** The options of an order, with defaults filled in. */
export function euSesOptions(
  order: Pick<Order, "editableIdentity" | "mustRead" | "signatureModes" | "timeZone" | "page">,
  { asyncDocumentsValidation, asyncSignature }: Asked,
): EuSesOptions {
  const { editableIdentity } = order;
  return {
    asyncDocumentsValidation,
    asyncSignature,
    signatureMode: order.signatureModes,
    userEditableData: {
      name: editableIdentity.includes("given_name") && editableIdentity.includes("surname"),
      mobile: editableIdentity.includes("phone"),
      email: editableIdentity.includes("email"),
    },
    timezone: order.timeZone ?? "UTC",
    signerMustRead: order.mustRead,
    ui: euSesUi(order.page ?? {}),
  };
}

function euSesUi(page: PageSettings): EuSesUi {
  const colours = namesOf(colourNames).map((name) => [name, page.colors?.[colourNames[name]] ?? null]);
  const hidden = namesOf(hidingNames).map((name) => [name, page.hide?.includes(hidingNames[name]) ?? false]);
  return {
    ...(Object.fromEntries(colours) as Record<ColourName, string | null>),
    sidebarLogo: page.logo_url ?? null,
    ...(Object.fromEntries(hidden) as Record<HidingName, boolean>),
    iframeAncestors: page.frame_ancestors ?? [],
    completeUrl: page.complete_url ?? null,
    cancelUrl: page.cancel_url ?? null,
  };
}
