/** What of the policy of one-time codes an application profile sets, and an order can set otherwise. */
export interface OtpSettings {
  /**
   * Number of characters; 6 by default.
   * @isInt
   * @minimum 4
   * @maximum 12
   */
  length?: number;
  /** `digits` by default; `uppercase` is letters that must be typed as capitals, `mixed` digits and capitals. */
  alphabet?: "digits" | "letters" | "uppercase" | "mixed";
  /**
   * Seconds for which a code is good; 600 by default, which is the most for digits.
   * @isInt
   * @minimum 60
   * @maximum 3600
   */
  lifetime_seconds?: number;
  /**
   * Tries before a code dies; 3 by default.
   * @isInt
   * @minimum 1
   * @maximum 10
   */
  tries?: number;
  /**
   * Codes that a signer is sent within 24 hours; 8 by default.
   * @isInt
   * @minimum 1
   * @maximum 50
   */
  codes?: number;
  /**
   * Seconds between two codes; 30 by default.
   * @isInt
   * @minimum 5
   * @maximum 3600
   */
  pause_seconds?: number;
  /** A code that was accepted can be given again as long as it is good; false by default. */
  reusable?: boolean;
}
