/** An address as messages can be sent to: something, an @, and a name with a dot; nothing that would part a header. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>",;:]+@[^\s@<>",;:]+\.[^\s@<>",;:]+$/.test(text);
}

/** A telephone number in the international form of E.164. */
export function isPhone(text: string): boolean {
  return /^\+[1-9][0-9]{5,14}$/.test(text);
}
