import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";
const officeRelationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** The real file's parts, document.xml as a DOM that edits change; toBytes gives a file that Word would open. */
export class DocxModel {
  readonly parts: Record<string, Uint8Array>;
  readonly xml: Document;
  /** Headers and footers by part name. */
  private readonly around = new Map<string, Document>();
  private readonly main: string;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
    this.main = mainPart(this.parts);
    this.xml = parse(this.parts[this.main]!);
    for (const name of Object.keys(this.parts).filter((part) => /^word\/(header|footer)\d+\.xml$/.test(part))) this.around.set(name, parse(this.parts[name]!));
  }

  /** Content controls of the body in document order, nested ones after their parent; then those of headers and footers. */
  controls(): Element[] {
    return [this.xml, ...this.around.values()].flatMap((part) => [...part.getElementsByTagNameNS(w, "sdt")]);
  }

  /** Puts a row-level control with a tag of its own around every row that holds a row's controls. */
  wrapRows(): void {
    const rows = new Set(this.controls().filter((control) => property(control, "tag").includes(".")).map((control) => control.closest("tr")));
    for (const row of rows) {
      if (!row) continue;
      const element = (name: string, value?: string) => {
        const made = this.xml.createElementNS(w, `w:${name}`);
        if (value !== undefined) made.setAttributeNS(w, "w:val", value);
        return made;
      };
      const [wrapper, properties, inner] = [element("sdt"), element("sdtPr"), element("sdtContent")];
      properties.append(element("alias", "行"), element("tag", "row"));
      row.replaceWith(wrapper);
      inner.append(row);
      wrapper.append(properties, inner);
    }
  }

  customXml(namespace: string): { name: string; xml: string }[] {
    return Object.keys(this.parts)
      .filter((name) => /^customXml\/[^/]+\.xml$/i.test(name))
      .map((name) => ({ name, xml: strFromU8(this.parts[name]!) }))
      .filter(({ xml }) => new DOMParser().parseFromString(xml, "application/xml").documentElement.namespaceURI === namespace);
  }

  addCustomXml(xml: string): string {
    let number = 1;
    while (this.parts[`customXml/item${number}.xml`]) number++;
    const name = `customXml/item${number}.xml`;
    this.parts[name] = strToU8(xml);
    const folder = this.main.slice(0, this.main.lastIndexOf("/"));
    const file = this.main.slice(folder.length + 1);
    const path = `${folder}/_rels/${file}.rels`;
    const relationships = parse(this.parts[path]!);
    const relationship = relationships.createElementNS(packageRelationships, "Relationship");
    relationship.setAttribute("Id", `rCustom${number}x${relationships.documentElement.childElementCount}`);
    relationship.setAttribute("Type", `${officeRelationships}/customXml`);
    relationship.setAttribute("Target", `../${name}`);
    relationships.documentElement.append(relationship);
    this.parts[path] = serialize(relationships);
    return name;
  }

  removePart(name: string): void {
    delete this.parts[name];
    for (const path of Object.keys(this.parts).filter((part) => part.endsWith(".rels"))) {
      const relationships = parse(this.parts[path]!);
      let changed = false;
      for (const relationship of [...relationships.documentElement.children]) {
        const target = relationship.getAttribute("Target") ?? "";
        if (target.endsWith(name) || target.endsWith(`/${name}`)) {
          relationship.remove();
          changed = true;
        }
      }
      if (changed) this.parts[path] = serialize(relationships);
    }
    const properties = name.replace(/item(\d+)\.xml$/, "itemProps$1.xml").replace(/customXml\/cadredocs\.xml$/, "customXml/cadredocsProps.xml");
    const own = `customXml/_rels/${name.slice(name.lastIndexOf("/") + 1)}.rels`;
    for (const orphan of [properties, own]) {
      if (orphan !== name && this.parts[orphan]) delete this.parts[orphan];
    }
    const types = parse(this.parts["[Content_Types].xml"]!);
    for (const override of [...types.documentElement.children]) {
      const part = (override.getAttribute("PartName") ?? "").slice(1);
      if (part !== "" && !this.parts[part]) override.remove();
    }
    this.parts["[Content_Types].xml"] = serialize(types);
  }

  toBytes(): Uint8Array {
    const around = Object.fromEntries([...this.around].map(([name, part]) => [name, serialize(part)]));
    return zipSync({ ...this.parts, ...around, [this.main]: serialize(this.xml) });
  }
}

/** w:tag or w:alias of a control. */
export function property(control: Element, name: "tag" | "alias"): string {
  const properties = [...control.children].find((child) => child.localName === "sdtPr");
  const element = properties && [...properties.children].find((child) => child.localName === name);
  return element?.getAttributeNS(w, "val") ?? "";
}

const content = (control: Element): Element => [...control.children].find((child) => child.localName === "sdtContent")!;

/** The text as Word gives it: paragraphs parted by \n, a w:br as \v. */
export function textOf(control: Element): string {
  const inner = content(control);
  const paragraphs = [...inner.getElementsByTagNameNS(w, "p")];
  return paragraphs.length > 0 ? paragraphs.map(runText).join("\n") : runText(inner);
}

function runText(element: Element): string {
  let text = "";
  for (const node of element.getElementsByTagNameNS(w, "*")) {
    if (node.localName === "t") text += node.textContent ?? "";
    else if (node.localName === "br") text += "\v";
    else if (node.localName === "tab" && node.parentElement?.localName === "r") text += "\t";
  }
  return text;
}

/** insertText(text, "Replace"): keeps the first paragraph's and run's properties, ends the prompt. */
export function replaceText(control: Element, text: string, emptyPrompt: string): void {
  const properties = [...control.children].find((child) => child.localName === "sdtPr")!;
  const inner = content(control);
  const document = control.ownerDocument;
  const showing = [...properties.children].find((child) => child.localName === "showingPlcHdr");
  const empty = text === "";
  if (empty && !showing) properties.append(document.createElementNS(w, "w:showingPlcHdr"));
  if (!empty) showing?.remove();
  const firstRun = inner.getElementsByTagNameNS(w, "r")[0];
  const runProperties = firstRun && [...firstRun.children].find((child) => child.localName === "rPr");
  const style = runProperties?.cloneNode(true) as Element | undefined;
  if (style && !empty) [...style.children].filter((child) => child.localName === "rStyle").forEach((child) => child.remove());
  const run = (line: string) => {
    const element = document.createElementNS(w, "w:r");
    if (style) element.append(style.cloneNode(true));
    const textElement = document.createElementNS(w, "w:t");
    textElement.setAttribute("xml:space", "preserve");
    textElement.textContent = line;
    element.append(textElement);
    return element;
  };
  const lines = (empty ? emptyPrompt : text).split("\n");
  const paragraph = [...inner.children].find((child) => child.localName === "p");
  if (paragraph) {
    const paragraphProperties = [...paragraph.children].find((child) => child.localName === "pPr");
    const made = lines.map((line) => {
      const element = document.createElementNS(w, "w:p");
      if (paragraphProperties) element.append(paragraphProperties.cloneNode(true));
      element.append(run(line));
      return element;
    });
    inner.replaceChildren(...made);
  } else {
    inner.replaceChildren(run(lines.join(" ")));
  }
}

function mainPart(parts: Record<string, Uint8Array>): string {
  const relationships = parse(parts["_rels/.rels"]!);
  const main = [...relationships.documentElement.children].find((child) => child.getAttribute("Type")?.endsWith("/officeDocument"));
  return (main?.getAttribute("Target") ?? "word/document.xml").replace(/^\//, "");
}

const parse = (bytes: Uint8Array): Document => new DOMParser().parseFromString(strFromU8(bytes), "application/xml");

function serialize(document: Document): Uint8Array {
  const text = new XMLSerializer().serializeToString(document);
  return strToU8(text.startsWith("<?xml") ? text : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${text}`);
}
