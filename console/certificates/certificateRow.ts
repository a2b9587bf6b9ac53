import { element } from "../../widget/hostedPage/element.js";
import type { ClientCertificate } from "../http/views.js";
import type { KeyNames } from "../page/keyNames.js";
import { day, daysUntil, moment } from "../page/times.js";

/** A certificate that ends within these days is to be followed by another. */
const soonDays = 30;

/** One certificate in the list. @param revoke what its button does */
export function certificateRow(
  certificate: ClientCertificate,
  keys: KeyNames,
  revoke: () => void,
): HTMLLIElement {
  const { id, name, state, api_key: key, expires_at: end, revoked_at: revoked } = certificate;
  const heading = `certificate-${id}`;
  return element(
    "li",
    { class: "row", "data-state": state },
    element(
      "div",
      { class: "row-title" },
      element("h3", { id: heading }, element("bdi", {}, name)),
      badge(certificate),
    ),
    element(
      "dl",
      { class: "row-facts" },
      fact("Acts for", element("bdi", {}, keys.nameOf(key))),
      revoked === null
        ? fact(state === "expired" ? "Ended" : "Ends", day(end))
        : fact("Revoked", day(revoked)),
    ),
    element(
      "div",
      { class: "row-end" },
      state === "active" &&
        element(
          "button",
          { type: "button", class: "button-second button-small", onclick: revoke },
          "Revoke",
          element("span", { class: "visually-hidden" }, ` ${name}`),
        ),
    ),
    details(certificate),
  );
}

function badge({ state, expires_at: end }: ClientCertificate): HTMLElement {
  const left = daysUntil(end);
  if (state === "active" && left < soonDays) {
    const words = left === 0 ? "Ends today" : left === 1 ? "Ends tomorrow" : `Ends in ${left} days`;
    return element("span", { class: "badge badge-soon" }, words);
  }
  const words = { active: "Active", expired: "Ended", revoked: "Revoked" }[state];
  return element("span", { class: `badge badge-${state}` }, words);
}

function details({ id, name, fingerprint, serial_number: serial, created_at: created }: ClientCertificate) {
  const code = (text: string) => element("code", {}, text);
  return element(
    "details",
    { class: "row-details" },
    element("summary", {}, "Details", element("span", { class: "visually-hidden" }, ` of ${name}`)),
    element(
      "dl",
      { class: "facts" },
      fact("Id", code(id)),
      fact("SHA-256 fingerprint", code(fingerprint)),
      fact("Serial number", code(serial)),
      fact("Issued", moment(created)),
    ),
  );
}

function fact(label: string, value: HTMLElement): HTMLElement {
  return element("div", {}, element("dt", {}, label), element("dd", {}, value));
}
