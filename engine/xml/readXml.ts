import { type XmlElement, XmlFault, type XmlLimits } from "./xmlElement.js";
import { xmlText } from "./xmlText.js";

const XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace";
const declaration =
  /^<\?xml[ \t\r\n]+version=(["'])1\.0\1(?:[ \t\r\n]+encoding=(["'])[Uu][Tt][Ff]-8\2)?(?:[ \t\r\n]+standalone=(["'])(?:yes|no)\3)?[ \t\r\n]*\?>/;
const tag = /<(\/?)((?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*)/y;
const attribute =
  /[ \t\r\n]+((?:[A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;
const tagEnd = /[ \t\r\n]*(\/?)>/y;

interface Open {
  readonly qualifiedName: string;
  readonly element: {
    namespace: string;
    name: string;
    attributes: Map<string, string>;
    children: XmlElement[];
    text: string;
  };
  readonly scope: Scope;
}

/** Namespaces that an element declares, by prefix, "" for the default one; and those around it, which are not copied. */
interface Scope {
  readonly declared: ReadonlyMap<string, string>;
  readonly around: Scope | null;
}

/**
 * Reads a strict subset of XML 1.0 with namespaces: UTF-8, elements, attributes and text. Whatever could make two readers
 * see two documents, or one of them reach for other files or memory without end, is refused: a DTD and with it all
 * entities, processing instructions, CDATA sections, comments.
 * @throws XmlFault that says what is wrong, as the end of a sentence
 */
export function readXml(bytes: Uint8Array, limits: XmlLimits): XmlElement {
  if (bytes.length > limits.maxBytes) throw new XmlFault(`has more than ${limits.maxBytes} bytes`);
  return new XmlReader(decoded(bytes), limits).read();
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new XmlFault("is not encoded in UTF-8");
  }
}

class XmlReader {
  readonly #open: Open[] = [];
  #at = 0;
  #elements = 0;
  #root: XmlElement | null = null;

  constructor(
    private readonly source: string,
    private readonly limits: XmlLimits,
  ) {}

  read(): XmlElement {
    this.#at = declaration.exec(this.source)?.[0].length ?? 0;
    while (this.#at < this.source.length) {
      const next = this.source.indexOf("<", this.#at);
      this.#text(this.source.slice(this.#at, next < 0 ? undefined : next));
      if (next < 0) break;
      this.#at = next;
      this.#tag();
    }
    if (this.#root === null || this.#open.length > 0) throw new XmlFault("is cut off");
    return this.#root;
  }

  #text(raw: string): void {
    const last = this.#open.at(-1);
    if (last) last.element.text += xmlText(raw);
    else if (/[^ \t\r\n]/.test(raw)) throw new XmlFault("has text outside of its element");
  }

  #tag(): void {
    const [, slash, qualifiedName] = this.#match(tag) ?? [];
    if (qualifiedName === undefined) {
      throw new XmlFault(
        "has a DTD, a comment, a processing instruction or a CDATA section, or is malformed",
      );
    }
    if (slash === "/") {
      this.#close(qualifiedName);
      return;
    }
    if (this.#root !== null && this.#open.length === 0) throw new XmlFault("has more than one root element");
    if (this.#open.length >= this.limits.maxDepth) {
      throw new XmlFault(`is nested more than ${this.limits.maxDepth} deep`);
    }
    this.#elements += 1;
    if (this.#elements > this.limits.maxElements) {
      throw new XmlFault(`has more than ${this.limits.maxElements} elements`);
    }
    const opened = this.#opened(qualifiedName, this.#attributes());
    const parent = this.#open.at(-1);
    if (parent) parent.element.children.push(opened.element);
    else this.#root = opened.element;
    const end = this.#match(tagEnd);
    if (end === null) throw new XmlFault("has a malformed element");
    if (end[1] === "") this.#open.push(opened);
  }

  #close(qualifiedName: string): void {
    const end = this.#match(tagEnd);
    if (end?.[1] !== "" || this.#open.pop()?.qualifiedName !== qualifiedName) {
      throw new XmlFault("has elements that are not nested");
    }
  }

  #attributes(): Map<string, string> {
    const attributes = new Map<string, string>();
    for (let found = this.#match(attribute); found !== null; found = this.#match(attribute)) {
      const [, name = "", double, single] = found;
      if (attributes.has(name)) throw new XmlFault("has an attribute twice");
      if (attributes.size >= this.limits.maxAttributes) {
        throw new XmlFault(`has an element with more than ${this.limits.maxAttributes} attributes`);
      }
      // XML 1.0 3.3.3: white space in a value is a blank; a reference keeps it.
      attributes.set(name, xmlText((double ?? single ?? "").replace(/[\t\n\r]/g, " ")));
    }
    return attributes;
  }

  #opened(qualifiedName: string, written: ReadonlyMap<string, string>): Open {
    const scope = declaredIn(written, this.#open.at(-1)?.scope ?? OUTERMOST);
    const attributes = new Map<string, string>();
    for (const [given, value] of written) {
      if (given === "xmlns" || given.startsWith("xmlns:")) continue;
      // An attribute without a prefix is in no namespace.
      const { namespace, name } = given.includes(":")
        ? resolved(given, scope)
        : { namespace: "", name: given };
      const key = namespace === "" ? name : `{${namespace}}${name}`;
      if (attributes.has(key)) throw new XmlFault("has an attribute twice");
      attributes.set(key, value);
    }
    const element = { ...resolved(qualifiedName, scope), attributes, children: [], text: "" };
    return { qualifiedName, element, scope };
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.source);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }
}

const OUTERMOST: Scope = { declared: new Map([["xml", XML_NAMESPACE]]), around: null };

/** The namespaces of an element: those around it, and the ones that it declares. */
function declaredIn(attributes: ReadonlyMap<string, string>, around: Scope): Scope {
  let declared: Map<string, string> | null = null;
  for (const [name, value] of attributes) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    // Namespaces in XML 1.0, 3 and 5: these two are not to be bound anew, and a prefix is not to be taken back.
    if (name === "xmlns:xml" || name === "xmlns:xmlns" || (name !== "xmlns" && value === "")) {
      throw new XmlFault("declares a namespace that may not be declared");
    }
    declared ??= new Map();
    declared.set(name.slice(6), value);
  }
  return declared === null ? around : { declared, around };
}

function namespaceOf(prefix: string, innermost: Scope): string | undefined {
  for (let scope: Scope | null = innermost; scope !== null; scope = scope.around) {
    const namespace = scope.declared.get(prefix);
    if (namespace !== undefined) return namespace;
  }
  return undefined;
}

function resolved(qualifiedName: string, scope: Scope): { namespace: string; name: string } {
  const [prefix, name] = qualifiedName.includes(":") ? qualifiedName.split(":") : ["", qualifiedName];
  const namespace = namespaceOf(prefix!, scope);
  if (namespace === undefined && prefix !== "") throw new XmlFault("uses a prefix that it does not declare");
  return { namespace: namespace ?? "", name: name! };
}
