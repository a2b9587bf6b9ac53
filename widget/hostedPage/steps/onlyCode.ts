const digitsInACode = 6;

/**
 * Finds the code in what was typed or pasted: `123 456`, `Your code is 123456.`, digits of any script.
 * @returns at most six ASCII digits
 */
export function onlyCode(entered: string): string {
  // The ten digits of a script stand side by side: how far its zero lies below tells a digit's value.
  const ascii = entered.normalize("NFKC").replace(/\p{Nd}/gu, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    let zero = point;
    while (zero > point - 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(point - zero);
  });
  const whole = ascii.match(/(?<!\d)\d{6}(?!\d)/)?.[0];
  return whole ?? ascii.replace(/\D/g, "").slice(0, digitsInACode);
}
