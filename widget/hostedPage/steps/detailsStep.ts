import type { Identity, Placement } from "../calls/answers.js";
import { Problem } from "../calls/failure.js";
import { element, icon } from "../element.js";
import { type Field, field } from "../field.js";
import { isFilledIn } from "../journey.js";
import type { Phrases } from "../language/phrases.js";
import type { StepView } from "../panel.js";
import type { Visit } from "../visit.js";
import { sharedPlaces } from "./sharedPlaces.js";

/** Something to fill in: a datum of the signer's own, or a place in a document. */
interface Detail {
  /** Name of the datum, or ids of the places; where there are several, what is filled in stands in all of them. */
  readonly keys: readonly [string, ...string[]];
  readonly element: HTMLElement;
  readonly required: boolean;
  value(): string;
  complain(words: string | undefined): void;
}

/** The signer's own data, as far as they may be corrected, and what the documents ask to be filled in. */
export function detailsStep(visit: Visit): StepView {
  const { phrases, status, placements, journey } = visit;
  const own = status.editable_identity.map((name) => identityDetail(visit, name));
  const places = sharedPlaces(placements.filter(isFilledIn)).map((together) => placeDetail(visit, together));
  return {
    heading: phrases.say(places.length > 0 ? "details.headingFields" : "details.heading"),
    body: [...own, ...places].map((detail) => detail.element),
    primary: {
      label: phrases.say("details.continue"),
      busy: phrases.say("details.saving"),
      run: async () => {
        const empty = [...own, ...places].find((detail) => detail.required && detail.value() === "");
        for (const detail of [...own, ...places]) detail.complain(undefined);
        if (empty !== undefined) {
          empty.complain(phrases.say("details.missing"));
          return;
        }
        try {
          await save(visit, own, places);
        } catch (failure) {
          const wrong = failure instanceof Problem ? named(failure, [...own, ...places]) : undefined;
          if (wrong === undefined || !(failure instanceof Problem)) throw failure;
          wrong.complain(failure.details.detail ?? phrases.say("details.missing"));
          return;
        }
        visit.go(journey.after("details"));
      },
    },
    back: { run: () => visit.back() },
    refuse: { run: () => visit.go("refuse") },
  };
}

/** Hands in what differs from what the server has. What was sent before counts no more then, codes among it. */
async function save(visit: Visit, own: readonly Detail[], places: readonly Detail[]): Promise<void> {
  const { calls, keeper, status, placements, documents } = visit;
  const identity = changed(own, (key) => status.identity[key as keyof Identity] ?? "");
  const values = changed(places, (key) => placements.find(({ id }) => id === key)?.value ?? "");
  if (Object.keys(identity).length > 0) await calls.identity(identity);
  if (Object.keys(values).length > 0) {
    const filled = await calls.fields(values);
    documents.showValues(Object.fromEntries(filled.map(({ id, value }) => [id, value ?? ""])));
  }
  const anything = Object.keys(identity).length + Object.keys(values).length > 0;
  const void_ = { code: undefined, session: undefined, nextChannel: undefined };
  keeper.change({ detailsGiven: true, ...(anything ? void_ : {}) });
  if (anything) await visit.refresh();
}

function changed(details: readonly Detail[], known: (key: string) => string): Record<string, string> {
  return Object.fromEntries(
    details
      .flatMap((detail) => detail.keys.map((key): [string, string] => [key, detail.value()]))
      .filter(([key, value]) => value !== known(key)),
  );
}

/** The detail that a refusal names. */
function named({ details }: Problem, all: readonly Detail[]): Detail | undefined {
  const param = String(details["param"] ?? "");
  return all.find(({ keys }) => keys.some((key) => param === key || param.endsWith(`.${key}`)));
}

function identityDetail(visit: Visit, name: keyof Identity): Detail {
  const { phrases, keeper, status } = visit;
  const types = { given_name: "text", surname: "text", email: "email", phone: "tel" } as const;
  const autocomplete = {
    given_name: "given-name",
    surname: "family-name",
    email: "email",
    phone: "tel",
  } as const;
  const control = element("input", {
    type: types[name],
    autocomplete: autocomplete[name],
    maxlength: 254,
    dir: "auto",
  });
  control.value = keeper.draft.details?.[name] ?? status.identity[name] ?? "";
  const made = field(control, `detail-${name}`, phrases.say(`details.${name}`));
  remember(visit, name, control, made);
  const needed = name === "given_name" || name === "surname" || status.identity[name] !== null;
  return detail([name], control, made, needed);
}

/** @param together places that are filled in as one, at least one */
function placeDetail(visit: Visit, together: readonly Placement[]): Detail {
  const { phrases, keeper } = visit;
  const [place, ...others] = together as readonly [Placement, ...Placement[]];
  const known = keeper.draft.details?.[place.id] ?? place.value ?? "";
  const label = nameOf(place, phrases, others.length > 0);
  if (place.kind === "checkbox") return checkboxDetail(visit, place, label, known === "true");
  const { max_length, multiline } = place.options;
  const limits = { maxlength: place.kind === "initials" ? 8 : (max_length ?? 5000), dir: "auto" };
  const control = multiline
    ? element("textarea", { rows: 3, ...limits })
    : element("input", place.kind === "date" ? { type: "date" } : { type: "text", ...limits });
  control.value = known;
  // A date that is left open is that of signing; drawn initials stand already.
  const isAsked = ({ required, filled, value }: Placement) => required && !(filled && value === null);
  const required = place.kind !== "date" && together.some(isAsked);
  const hint = place.kind === "date" && element("p", { class: "hint" }, phrases.say("details.dateHint"));
  const words = required || hint ? label : phrases.say("details.optional", { label });
  const made = field(control, `detail-${place.id}`, words, hint || undefined);
  remember(visit, place.id, control, made);
  return detail([place.id, ...others.map(({ id }) => id)], control, made, required);
}

function checkboxDetail(visit: Visit, place: Placement, label: string, checked: boolean): Detail {
  const id = `detail-${place.id}`;
  const box = element("input", { type: "checkbox", id, class: "checkbox" });
  box.checked = checked;
  const complaint = element("p", { class: "complaint", id: `${id}-complaint` });
  const choice = element(
    "div",
    { class: "choice" },
    box,
    element("label", { for: id, class: "choice-label" }, element("span", { dir: "auto" }, label)),
  );
  const complain = (words: string | undefined) => {
    complaint.replaceChildren(...(words === undefined ? [] : [icon("alert"), words]));
    choice.classList.toggle("choice-wrong", words !== undefined);
    if (words === undefined) box.removeAttribute("aria-describedby");
    else {
      box.setAttribute("aria-describedby", complaint.id);
      box.focus();
    }
  };
  box.addEventListener("change", () => {
    complain(undefined);
    keep(visit, place.id, String(box.checked));
  });
  const { required } = place;
  return {
    keys: [place.id],
    element: element("div", { class: "field" }, complaint, choice),
    required,
    value: () => (box.checked ? "true" : required || place.value === null ? "" : "false"),
    complain,
  };
}

function detail(
  keys: Detail["keys"],
  control: HTMLInputElement | HTMLTextAreaElement,
  made: Field,
  required: boolean,
): Detail {
  const value = () => control.value.trim();
  return { keys, element: made.element, required, value, complain: (words) => made.complain(words) };
}

function remember(
  visit: Visit,
  key: string,
  control: HTMLInputElement | HTMLTextAreaElement,
  made: Field,
): void {
  control.addEventListener("input", () => {
    made.complain(undefined);
    keep(visit, key, control.value);
  });
}

function keep({ keeper }: Visit, key: string, value: string): void {
  keeper.change({ details: { ...keeper.draft.details, [key]: value }, detailsGiven: undefined });
}

/** @param isShared whether it stands for places on other pages too */
function nameOf(place: Placement, phrases: Phrases, isShared: boolean): string {
  const { label, page, kind } = place;
  if (label !== null && label !== "") return label;
  const what = phrases.say(`place.${kind === "signature" ? "sign" : kind}`);
  return isShared ? what : phrases.say("place.named", { what, page });
}
