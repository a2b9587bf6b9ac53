import { Failure } from "../../failure/failure.js";
import { placeholdersOf } from "../phrase.js";
import { isTimeZone } from "../times.js";
import type { Branding, Colors, SenderSettings } from "./branding.js";
import { parseColour } from "./colour.js";
import { kindRules, slotLengths, type TextKind, type TextSlot, type TextSlots, type Texts } from "./texts.js";

/** @throws Failure `field_invalid` when a colour is none, or a logo is not where a mail program may fetch it */
export function checkBranding(branding: Branding, param = "branding"): void {
  const { logo } = branding;
  if (logo) {
    checkLogoUrl(logo.url, `${param}.logo.url`);
    if (logo.dark_url !== undefined) checkLogoUrl(logo.dark_url, `${param}.logo.dark_url`);
  }
  checkColors(branding.colors ?? {}, `${param}.colors`);
  checkColors(branding.dark_colors ?? {}, `${param}.dark_colors`);
}

function checkLogoUrl(text: string, param: string): void {
  const url = URL.parse(text);
  const fit = url?.protocol === "https:" && url.username === "" && url.password === "" && text.length <= 500;
  if (!fit)
    throw invalid(param, `${param} must be an https URL without a password, of at most 500 characters.`);
}

function checkColors(colors: Colors, param: string): void {
  for (const [name, value] of Object.entries(colors)) {
    if (parseColour(value) === null)
      throw invalid(`${param}.${name}`, `${param}.${name} must be #rgb or #rrggbb.`);
  }
}

const addressForm = /^[^\s@<>()[\]\\,:;"\p{Cc}]{1,64}@[^\s@<>()[\]\\,:;"\p{Cc}]{1,255}$/u;

/** @throws Failure `field_invalid` when an address is not one bare e-mail address, or there is no such time zone */
export function checkSender(sender: SenderSettings, param = "sender"): void {
  for (const name of ["reply_to", "notices_to"] as const) {
    const address = sender[name];
    if (address !== undefined && (address.length > 254 || !addressForm.test(address))) {
      throw invalid(`${param}.${name}`, `${param}.${name} must be one bare e-mail address.`);
    }
  }
  if (sender.time_zone !== undefined && !isTimeZone(sender.time_zone)) {
    throw invalid(`${param}.time_zone`, `${param}.time_zone must be the IANA name of a time zone.`);
  }
  if (sender.language !== undefined && !isLanguage(sender.language)) {
    throw invalid(`${param}.language`, `${param}.language must be a BCP 47 language tag.`);
  }
  if (sender.name !== undefined && (sender.name.trim() === "" || /\p{Cc}/u.test(sender.name))) {
    throw invalid(`${param}.name`, `${param}.name must be a name, without control characters.`);
  }
}

/** Languages that one profile has texts for, at most. */
const mostLanguages = 40;

/**
 * @throws Failure `field_invalid` for an occasion, part or placeholder that there is not, a text that is too long, or a
 * text message without what it is sent for
 */
export function checkTexts(texts: Texts, param = "texts"): void {
  const languages = Object.entries(texts);
  if (languages.length > mostLanguages) {
    throw invalid(param, `${param} takes at most ${mostLanguages} languages.`);
  }
  for (const [language, kinds] of languages) {
    if (!isLanguage(language)) throw invalid(param, `${param}: "${language}" is no BCP 47 language tag.`);
    for (const [kind, slots] of Object.entries(kinds)) {
      if (!Object.hasOwn(kindRules, kind)) {
        const known = Object.keys(kindRules).join(", ");
        throw invalid(`${param}.${language}`, `${param}.${language} takes ${known}; not ${kind}.`);
      }
      checkSlots(kind as TextKind, slots, `${param}.${language}.${kind}`);
    }
  }
}

function checkSlots(kind: TextKind, slots: TextSlots, param: string): void {
  const rules = kindRules[kind];
  for (const [slot, text] of Object.entries(slots)) {
    const at = `${param}.${slot}`;
    if (!rules.slots.includes(slot as TextSlot)) {
      throw invalid(at, `${param} takes ${rules.slots.join(", ")}; not ${slot}.`);
    }
    if (typeof text !== "string" || text.trim() === "" || text.length > slotLengths[slot as TextSlot]) {
      throw invalid(at, `${at} must be a text of 1 to ${slotLengths[slot as TextSlot]} characters.`);
    }
    const unknown = placeholdersOf(text).find((name) => !(rules.placeholders as string[]).includes(name));
    if (unknown !== undefined) {
      const known = rules.placeholders.map((name) => `{${name}}`).join(", ");
      throw invalid(at, `${at} has the placeholder {${unknown}}; it takes ${known}.`);
    }
    if (slot === "sms" && rules.smsNeeds && !placeholdersOf(text).includes(rules.smsNeeds)) {
      throw invalid(at, `${at} must have the placeholder {${rules.smsNeeds}}.`);
    }
  }
}

/** Whether a text is a BCP 47 language tag. */
export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function invalid(param: string, message: string): Failure {
  return new Failure("field_invalid", message, { param });
}
