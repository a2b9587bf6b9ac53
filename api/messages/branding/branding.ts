/** What a profile says of its look, as it is kept in `profiles.branding` and asked for in requests. */
export interface Branding {
  logo?: Logo;
  /** Where it is light. */
  colors?: Colors;
  /** Where the reader's device is set to dark. */
  dark_colors?: Colors;
}

/** A picture at the head of e-mails: the only thing in them that is fetched from somewhere. */
export interface Logo {
  /**
   * https only.
   * @maxLength 500
   */
  url: string;
  /**
   * For dark mode, where the other would not be seen. https only.
   * @maxLength 500
   */
  dark_url?: string;
  /**
   * Width in CSS pixels; 160 by default.
   * @isInt
   * @minimum 16
   * @maximum 480
   */
  width?: number;
  /**
   * What it shows, for those who do not see it; the sender's name by default.
   * @maxLength 200
   */
  alt?: string;
}

/** Design tokens, `#rrggbb` each. Where a contrast would be too low, the nearest colour that can be read is taken. */
export interface Colors {
  /**
   * Buttons and links.
   * @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$
   */
  accent?: string;
  /**
   * Around the letter.
   * @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$
   */
  background?: string;
  /**
   * Behind the text.
   * @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$
   */
  surface?: string;
  /**
   * Of the text.
   * @pattern ^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$
   */
  text?: string;
}

/** Who e-mails come from and how they go, as it is kept in `profiles.sender` and asked for in requests. */
export interface SenderSettings {
  /**
   * Name that messages come from, unless an order names its own sender; the tenant's by default.
   * @minLength 1
   * @maxLength 200
   */
  name?: string;
  /**
   * Where answers go.
   * @maxLength 254
   */
  reply_to?: string;
  /**
   * Who is told that an order was completed or refused or has expired, where the order names no sender's address; and,
   * of the default profile, that a webhook endpoint fails or was disabled, where the endpoint names no contact.
   * @maxLength 254
   */
  notices_to?: string;
  /**
   * IANA name of the time zone that times are given in, as `Europe/Paris`; UTC by default.
   * @maxLength 64
   */
  time_zone?: string;
  /**
   * BCP 47 tag of the language that the sender is written to in; English by default.
   * @maxLength 35
   */
  language?: string;
  /** Signed documents as attachments, where they are 10 MB at most; otherwise a link to them. False by default. */
  attach_documents?: boolean;
}
