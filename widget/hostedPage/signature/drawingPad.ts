import { element } from "../element.js";
import type { Phrases } from "../language/phrases.js";
import SignaturePad from "../vendor/signaturePad/signature_pad.min.js";
import { type Drawing, fitted, pen } from "./drawing.js";

/** A box to draw a signature in, which keeps the drawing when the phone is turned. */
export class DrawingPad {
  readonly element: HTMLElement;
  readonly #canvas: HTMLCanvasElement;
  readonly #pad: SignaturePad;
  readonly #state: HTMLElement;
  readonly #phrases: Phrases;
  readonly #onChange: (drawing: Drawing | undefined) => void;
  /** As last drawn by hand: each resize starts from here, so that turning to and fro loses nothing. */
  #drawing: Drawing | undefined;

  /** @param onChange is told of each new drawing, and of none when the box was emptied */
  constructor(
    phrases: Phrases,
    drawing: Drawing | undefined,
    onChange: (drawing: Drawing | undefined) => void,
  ) {
    this.#phrases = phrases;
    this.#drawing = drawing;
    this.#onChange = onChange;
    this.#canvas = element("canvas", {
      class: "pad-canvas",
      role: "img",
      "aria-label": phrases.say("signature.pad"),
    });
    this.#pad = new SignaturePad(this.#canvas, { ...pen, minDistance: 3 });
    this.#pad.addEventListener("endStroke", () => this.#took());
    this.#state = element("span", { class: "visually-hidden", role: "status" });
    const button = (key: "signature.undo" | "signature.clear", run: () => void) =>
      element("button", { type: "button", class: "button-quiet", onclick: run }, phrases.say(key));
    this.element = element(
      "div",
      { class: "pad" },
      element("p", { class: "hint" }, phrases.say("signature.padHint")),
      element(
        "div",
        { class: "pad-box" },
        this.#canvas,
        element("span", { class: "pad-line", "aria-hidden": "true" }),
      ),
      element(
        "div",
        { class: "pad-tools" },
        button("signature.undo", () => this.#undo()),
        button("signature.clear", () => this.#clear()),
        this.#state,
      ),
    );
    new ResizeObserver(() => this.#fit()).observe(this.#canvas);
  }

  get drawing(): Drawing | undefined {
    return this.#drawing;
  }

  #fit(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    if (width === 0 || height === 0) return;
    const ratio = Math.max(1, window.devicePixelRatio);
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#canvas.getContext("2d")?.scale(ratio, ratio);
    this.#pad.clear();
    if (this.#drawing !== undefined) this.#pad.fromData(fitted(this.#drawing, width, height));
  }

  #took(): void {
    const { clientWidth: width, clientHeight: height } = this.#canvas;
    const strokes = this.#pad.toData();
    this.#drawing = strokes.length === 0 ? undefined : { width, height, strokes: structuredClone(strokes) };
    this.#state.textContent = this.#phrases.say(
      this.#drawing === undefined ? "signature.padEmpty" : "signature.padFilled",
    );
    this.#onChange(this.#drawing);
  }

  #undo(): void {
    this.#pad.fromData(this.#pad.toData().slice(0, -1));
    this.#took();
  }

  #clear(): void {
    this.#pad.clear();
    this.#took();
  }
}
