import { limitExceeded } from "../../damage.js";
import { asDict, type PdfDict, type PdfStream, PdfString } from "../../objects.js";
import { readTextString } from "../../textString.js";
import { type ContentSource, tolerant } from "../contentSource.js";
import type { FontStore } from "../font/fontStore.js";
import type { TextRun } from "../layout/textRun.js";
import { ContentReader, END, operatorCode } from "./contentReader.js";
import { GraphicsState } from "./graphicsState.js";
import { skipInlineImage } from "./inlineImage.js";
import { MarkedText } from "./markedText.js";
import { type Matrix, matrixOf, multiply } from "./matrix.js";
import { Resources } from "./resources.js";
import { RunBuilder } from "./runBuilder.js";
import { TEXT_OPERATORS } from "./textOperators.js";

/** More graphics states than this are saved by no sound content. */
const MAX_SAVED_STATES = 10_000;

const SAVE = operatorCode("q");
const RESTORE = operatorCode("Q");
const CONCATENATE = operatorCode("cm");
const DRAW = operatorCode("Do");
const SET_FONT = operatorCode("Tf");
const SET_STATE = operatorCode("gs");
const BEGIN_MARKED = operatorCode("BMC");
const BEGIN_MARKED_WITH = operatorCode("BDC");
const END_MARKED = operatorCode("EMC");
const IMAGE_DATA = operatorCode("ID");

/** Runs content streams for the text that they show (ISO 32000-2 7.8.2); all else that they draw is passed over. */
export class ContentInterpreter {
  readonly #text: RunBuilder;
  readonly #marked: MarkedText;
  readonly #drawing = new Set<PdfStream>();
  #state = new GraphicsState();

  constructor(
    readonly source: ContentSource,
    readonly fonts: FontStore,
  ) {
    this.#text = new RunBuilder(source);
    this.#marked = new MarkedText(this.#text.runs);
  }

  /** What was shown so far, in the order of showing, in default user space. */
  get runs(): readonly TextRun[] {
    return this.#text.runs;
  }

  /**
   * Runs content.
   * @param resources the /Resources that its names refer to
   * @throws EngineError `pdf_limit_exceeded`
   */
  run(content: Uint8Array, resources: PdfDict | undefined): void {
    this.#run(new ContentReader(content), new Resources(this.source, this.fonts, resources));
  }

  /**
   * Draws a form XObject (8.10).
   * @param matrix from its outside to default user space
   * @throws EngineError `pdf_limit_exceeded`
   */
  drawForm(form: PdfStream, matrix: Matrix, resources?: PdfDict): void {
    this.#drawForm(form, new Resources(this.source, this.fonts, resources), matrix);
  }

  #run(reader: ContentReader, resources: Resources): void {
    const saved: GraphicsState[] = [];
    for (let operator = reader.next(); operator !== END; operator = reader.next()) {
      this.source.countOperators(1);
      const text = TEXT_OPERATORS.get(operator);
      if (text !== undefined) {
        const [operands, act] = text;
        if (reader.takeLast(operands)) act(reader, this.#state, this.#text);
      } else if (operator === SAVE) {
        if (saved.length >= MAX_SAVED_STATES)
          throw limitExceeded("too many saved graphics states", "maxSavedStates", MAX_SAVED_STATES);
        saved.push(this.#state.copy());
      } else if (operator === RESTORE) {
        this.#state = saved.pop() ?? this.#state;
        this.#text.endRun();
      } else this.#other(operator, reader, resources);
    }
  }

  #other(operator: number, reader: ContentReader, resources: Resources): void {
    switch (operator) {
      case CONCATENATE:
        if (!reader.takeLast(6)) break;
        this.#state.ctm = multiply(reader.matrix(), this.#state.ctm);
        this.#text.endRun();
        break;
      case SET_FONT:
        if (!reader.takeLast(2)) break;
        this.#state.font = resources.font(reader.name(0));
        this.#state.fontSize = reader.number(1);
        this.#text.endRun();
        break;
      case SET_STATE: {
        const set = reader.takeLast(1) ? resources.stateFont(reader.name(0)) : undefined;
        if (set === undefined) break;
        this.#state.font = set.font;
        this.#state.fontSize = set.size;
        this.#text.endRun();
        break;
      }
      case DRAW: {
        const form = reader.takeLast(1) ? resources.form(reader.name(0)) : undefined;
        if (form !== undefined) this.#drawForm(form, resources, this.#state.ctm);
        break;
      }
      case BEGIN_MARKED:
        this.#marked.begin(undefined);
        break;
      case BEGIN_MARKED_WITH:
        if (this.#marked.begin(reader.takeLast(2) ? this.#actualText(reader, resources) : undefined))
          this.#text.endRun();
        break;
      case END_MARKED:
        if (this.#marked.end()) this.#text.endRun();
        break;
      case IMAGE_DATA:
        skipInlineImage(reader);
    }
  }

  /** A form that draws itself is not drawn again. Without /Resources of its own it has those of what draws it. */
  #drawForm(form: PdfStream, outer: Resources, matrix: Matrix): void {
    if (this.#drawing.has(form) || this.source.textless.has(form)) return;
    const { maxDepth } = this.source.document.limits;
    if (this.#drawing.size >= maxDepth) throw limitExceeded("forms nested too deep", "maxDepth", maxDepth);
    const content = this.source.decode(form);
    if (content === undefined) return;
    const before = this.#state;
    const stringsBefore = this.#text.strings;
    this.#drawing.add(form);
    this.#state = before.copy();
    const own = matrixOf(this.source.array(form.dict.get("Matrix"))?.map((n) => this.source.number(n)) ?? []);
    this.#state.ctm = own === undefined ? matrix : multiply(own, matrix);
    this.#text.endRun();
    const dict = this.source.dict(form.dict.get("Resources"));
    this.#run(
      new ContentReader(content),
      dict === undefined ? outer : new Resources(this.source, this.fonts, dict),
    );
    this.#state = before;
    this.#drawing.delete(form);
    this.#text.endRun();
    // Within a form that draws itself its own text is not seen, and that of forms between not either.
    if (this.#drawing.size === 0 && this.#text.strings === stringsBefore) this.source.textless.add(form);
  }

  /** The /ActualText of a property list, which stands inline or among the resources. */
  #actualText(reader: ContentReader, resources: Resources): string | undefined {
    const inline = tolerant(() => reader.dictionary(1, this.source.budget));
    const properties = asDict(inline) ?? resources.properties(reader.name(1));
    const text = this.source.resolve(properties?.get("ActualText"));
    if (!(text instanceof PdfString)) return undefined;
    // Thousands of sequences may share one long text.
    this.source.countOperators(text.bytes.length);
    return readTextString(text);
  }
}
