/** Standard structure types (ISO 32000-1, 14.8.4) that composed documents have. */
export type StructureType =
  | "Document"
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Div"
  | "Figure"
  | "Link";

/** Marked content of a page (14.7.4.2): the page's index, and the identifier there. */
export interface MarkedContent {
  readonly page: number;
  readonly mcid: number;
}

/** An annotation that belongs to the element (14.7.4.3). */
export interface MarkedAnnotation {
  readonly page: number;
  /** Its index among the links of the page. */
  readonly link: number;
}

/** What an element says beside its contents. */
export interface StructureEntries {
  readonly alt?: string;
  /** The text in the order in which it is read, where what is drawn has another (14.9.4). */
  readonly actualText?: string;
  readonly language?: string;
  /** Of a header cell: of what it is the header. */
  readonly scope?: "Column" | "Row";
  /** What a table shows. */
  readonly summary?: string;
}

/** A node of the structure tree. Elements come in reading order, whenever they are drawn. */
export class StructureElement {
  readonly kids: Array<StructureElement | MarkedContent | MarkedAnnotation> = [];
  /** Of a figure: where it is, [left bottom right top] in points. */
  box: readonly [number, number, number, number] | undefined;

  constructor(
    readonly type: StructureType,
    readonly entries: StructureEntries = {},
  ) {}

  /** Adds an element after those that there are. */
  add(type: StructureType, entries?: StructureEntries): StructureElement {
    const kid = new StructureElement(type, entries);
    this.kids.push(kid);
    return kid;
  }
}
