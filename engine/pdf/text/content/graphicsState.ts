import type { TextFont } from "../font/textFont.js";
import { IDENTITY, type Matrix } from "./matrix.js";

/** What of the graphics state (ISO 32000-2 8.4, 9.3) decides where text is shown. */
export class GraphicsState {
  /** From the user space of the content to the default user space of the page. */
  ctm: Matrix = IDENTITY;
  font: TextFont | undefined = undefined;
  fontSize = 0;
  characterSpacing = 0;
  wordSpacing = 0;
  /** Tz as a factor. */
  horizontalScaling = 1;
  leading = 0;
  rise = 0;
  renderingMode = 0;

  copy(): GraphicsState {
    const copy = new GraphicsState();
    copy.ctm = this.ctm;
    copy.font = this.font;
    copy.fontSize = this.fontSize;
    copy.characterSpacing = this.characterSpacing;
    copy.wordSpacing = this.wordSpacing;
    copy.horizontalScaling = this.horizontalScaling;
    copy.leading = this.leading;
    copy.rise = this.rise;
    copy.renderingMode = this.renderingMode;
    return copy;
  }
}
