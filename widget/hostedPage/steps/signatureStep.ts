import { signatureLikeness } from "../documents/placementMark.js";
import type { WayToSign } from "../draft.js";
import { element, icon } from "../element.js";
import { field } from "../field.js";
import type { StepView } from "../panel.js";
import { DrawingPad } from "../signature/drawingPad.js";
import type { Visit } from "../visit.js";
import { goAfter, proven } from "./goAfter.js";

/** The longest name that fits a place for a signature. */
const longestName = 100;

/** The signature: a typed name, or a drawing. */
export function signatureStep(visit: Visit): StepView {
  const { phrases, keeper, status } = visit;
  const name = element("input", { type: "text", autocomplete: "name", maxlength: longestName, dir: "auto" });
  name.value = keeper.draft.typedName ?? status.signer.name;
  const nameField = field(name, "full-name", phrases.say("signature.name"));
  const preview = element("div", { class: "preview", "aria-hidden": "true" });
  const showName = () => preview.replaceChildren(signatureLikeness({ kind: "typed", name: name.value }, ""));
  showName();
  name.addEventListener("input", () => {
    keeper.change({ typedName: name.value });
    nameField.complain(undefined);
    showName();
    visit.signatureChanged();
  });
  const padComplaint = element("p", { class: "complaint", role: "alert" });
  const pad = new DrawingPad(phrases, keeper.draft.drawing, (drawing) => {
    keeper.change({ drawing });
    padComplaint.replaceChildren();
    visit.signatureChanged();
  });
  const looks = visit.placements.filter(({ kind }) => kind === "signature");
  // Where every place looks as the sender says, nobody sees what is typed.
  const isSeen = looks.length === 0 || looks.some(({ own_appearance: own }) => !own);
  const panes: Record<WayToSign, HTMLElement> = {
    typed: element(
      "div",
      { class: "pane" },
      nameField.element,
      isSeen &&
        element("p", { class: "preview-label", "aria-hidden": "true" }, phrases.say("signature.preview")),
      isSeen && preview,
    ),
    drawn: element("div", { class: "pane" }, padComplaint, pad.element),
  };
  const ways = status.signature_modes;
  const before = keeper.draft.way ?? "typed";
  let way: WayToSign = ways.includes(before) ? before : (ways[0] ?? "typed");
  const choose = (chosen: WayToSign) => {
    way = chosen;
    keeper.change({ way });
    panes.typed.hidden = way !== "typed";
    panes.drawn.hidden = way !== "drawn";
    visit.signatureChanged();
  };
  const radio = (value: WayToSign, label: string) => {
    const input = element("input", {
      type: "radio",
      name: "way",
      value,
      id: `way-${value}`,
      class: "visually-hidden",
    });
    input.checked = value === way;
    input.addEventListener("change", () => choose(value));
    return [input, element("label", { for: `way-${value}`, class: "segment" }, label)];
  };
  const segments = element(
    "fieldset",
    { class: "segments" },
    element("legend", { class: "field-label" }, phrases.say("signature.how")),
    element(
      "div",
      { class: "segment-row" },
      ...radio("typed", phrases.say("signature.type")),
      ...radio("drawn", phrases.say("signature.draw")),
    ),
  );
  choose(way);
  const { method, masked_to: to } = status.authentication;
  const verified = proven(visit);
  const next = phrases.say(method === "sms" ? "signature.nextSms" : "signature.nextEmail", { to });
  return {
    heading: phrases.say("signature.heading"),
    body: [
      ways.length > 1 && segments,
      panes.typed,
      panes.drawn,
      !verified && element("p", { class: "hint next" }, next),
    ],
    primary: {
      label: phrases.say(verified ? "signature.continue" : "signature.getCode"),
      busy: phrases.say(verified ? "signature.continue" : "signature.gettingCode"),
      run: async () => {
        if (way === "typed" && name.value.trim() === "") {
          nameField.complain(phrases.say("signature.nameMissing"));
          return;
        }
        if (way === "drawn" && pad.drawing === undefined) {
          const missing = ways.includes("typed") ? "signature.drawingMissing" : "signature.drawingNeeded";
          padComplaint.replaceChildren(icon("alert"), phrases.say(missing));
          return;
        }
        keeper.change({ typedName: name.value, signatureChosen: true });
        await goAfter(visit, "signature");
      },
    },
    back: { run: () => visit.back() },
    refuse: { run: () => visit.go("refuse") },
  };
}
