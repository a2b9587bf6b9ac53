import type { CodeOnItsWay } from "../draft.js";

/** How long a code is, and of which characters. */
export type CodeForm = Pick<CodeOnItsWay, "length" | "alphabet">;

/** Number of characters of a code. */
export function lengthOf({ length }: CodeForm): number {
  return length ?? 6;
}

/** Whether a code is of digits only. */
export function isDigits({ alphabet }: CodeForm): boolean {
  return (alphabet ?? "digits") === "digits";
}

/**
 * Finds the code in what was typed or pasted: `123 456`, `Your code is 123456.`, digits of any script.
 * @returns at most as many characters as the code has
 */
export function onlyCode(entered: string, form: CodeForm = {}): string {
  const length = lengthOf(form);
  const plain = entered.normalize("NFKC");
  if (!isDigits(form)) return plain.replace(/[^A-Za-z0-9]/g, "").slice(0, length);
  // The ten digits of a script stand side by side: how far its zero lies below tells a digit's value.
  const ascii = plain.replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    let zero = point;
    while (zero > point - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(point - zero);
  });
  const whole = ascii.match(new RegExp(`(?<!\\d)\\d{${length}}(?!\\d)`))?.[0];
  return whole ?? ascii.replace(/\D/g, "").slice(0, length);
}
