/** An element of an XML document with namespaces (XML 1.0, Namespaces in XML 1.0). */
export interface XmlElement {
  /** Namespace name; empty for none. */
  readonly namespace: string;
  /** Local part of the name. */
  readonly name: string;
  /** By local part for those without a namespace, by `{namespace}local` for others. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Child elements, in their order. */
  readonly children: readonly XmlElement[];
  /** Its own character data, put together. */
  readonly text: string;
}

/** What reading an XML document may cost at most. */
export interface XmlLimits {
  readonly maxBytes: number;
  /** Nesting of elements. */
  readonly maxDepth: number;
  readonly maxElements: number;
  /** Attributes of one element, namespace declarations among them. */
  readonly maxAttributes: number;
}

/** A text that is not XML, or is more than the strict subset of it that is read. */
export class XmlFault extends Error {
  override readonly name = "XmlFault";
}
