import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const s = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A table with the area of its header and body. */
export interface Table {
  readonly name: string;
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The real workbook's parts, its sheets as DOMs that edits change. */
export class XlsxModel {
  readonly parts: Record<string, Uint8Array>;
  readonly tables: Table[] = [];
  private readonly sheets = new Map<string, Document>();
  private readonly shared: string[];
  private readonly unlockedStyles: Set<number>;
  private readonly textStyles: Set<number>;

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
    const strings = this.parts["xl/sharedStrings.xml"];
    this.shared = strings ? [...parse(strings).getElementsByTagNameNS(s, "si")].map((item) => texts(item)) : [];
    const styles = parse(this.parts["xl/styles.xml"]!);
    this.unlockedStyles = unlocked(styles);
    this.textStyles = textFormats(styles);
    const relations = targets(this.parts, "xl/_rels/workbook.xml.rels", "xl");
    for (const sheet of parse(this.parts["xl/workbook.xml"]!).getElementsByTagNameNS(s, "sheet")) {
      const path = relations.get(sheet.getAttributeNS(r, "id") ?? "");
      if (!path) continue;
      this.sheets.set(path, parse(this.parts[path]!));
      const folder = path.slice(0, path.lastIndexOf("/"));
      const own = targets(this.parts, `${folder}/_rels/${path.slice(folder.length + 1)}.rels`, folder);
      for (const target of own.values()) {
        if (!target.includes("/tables/")) continue;
        const table = parse(this.parts[target]!).documentElement;
        const [from = "A1", to = "A1"] = (table.getAttribute("ref") ?? "").split(":");
        this.tables.push({ name: table.getAttribute("name") ?? table.getAttribute("displayName") ?? "", sheet: path, top: rowOf(from), left: columnOf(from), bottom: rowOf(to), right: columnOf(to) });
      }
    }
  }

  table(name: string): Table | undefined {
    return this.tables.find((table) => table.name.toLowerCase() === name.toLowerCase());
  }

  text(sheet: string, row: number, column: number): string {
    const cell = this.cell(sheet, row, column);
    if (!cell) return "";
    const value = [...cell.children].find((child) => child.localName === "v")?.textContent ?? "";
    switch (cell.getAttribute("t")) {
      case "s":
        return this.shared[Number(value)] ?? "";
      case "inlineStr":
        return texts(cell);
      default:
        return value;
    }
  }

  /** False where the sheet is protected and the cell's style does not lift the lock. */
  writable(sheet: string, row: number, column: number): boolean {
    return this.protection(sheet) === null || !this.locked(sheet, row, column);
  }

  locked(sheet: string, row: number, column: number): boolean {
    return !this.unlockedStyles.has(Number(this.cell(sheet, row, column)?.getAttribute("s") ?? 0));
  }

  /** Locks a column's cells by taking the style of the header, whose cells are locked. */
  lock(sheet: string, column: number, top: number, bottom: number, styleOf: { row: number; column: number }): void {
    const style = this.cell(sheet, styleOf.row, styleOf.column)?.getAttribute("s") ?? "0";
    for (let row = top; row <= bottom; row++) this.cell(sheet, row, column)?.setAttribute("s", style);
  }

  /** The attributes of sheetProtection, or null. */
  protection(sheet: string): Record<string, string> | null {
    const element = this.sheets.get(sheet)!.getElementsByTagNameNS(s, "sheetProtection")[0];
    return element ? Object.fromEntries([...element.attributes].map((attribute) => [attribute.name, attribute.value])) : null;
  }

  protect(sheet: string, attributes: Record<string, string> | null): void {
    const document = this.sheets.get(sheet)!;
    document.getElementsByTagNameNS(s, "sheetProtection")[0]?.remove();
    if (!attributes) return;
    const element = document.createElementNS(s, "sheetProtection");
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    document.getElementsByTagNameNS(s, "sheetData")[0]!.after(element);
  }

  isHidden(sheet: string, row: number): boolean {
    return this.row(sheet, row)?.getAttribute("hidden") === "1";
  }

  hide(sheet: string, row: number, hidden: boolean): void {
    if (hidden) this.row(sheet, row)?.setAttribute("hidden", "1");
    else this.row(sheet, row)?.removeAttribute("hidden");
  }

  /** Puts the cells of these rows into another order, as sorting does: the formats stay. */
  reorder(sheet: string, rows: readonly number[], order: readonly number[]): void {
    const contents = new Map(rows.map((row) => [row, [...(this.row(sheet, row)?.children ?? [])].map((cell) => ({ type: cell.getAttribute("t"), nodes: [...cell.childNodes] }))]));
    rows.forEach((row, index) =>
      [...(this.row(sheet, row)?.children ?? [])].forEach((cell, column) => {
        const from = contents.get(order[index]!)?.[column];
        cell.replaceChildren(...(from?.nodes ?? []).map((node) => node.cloneNode(true)));
        if (from?.type) cell.setAttribute("t", from.type);
        else cell.removeAttribute("t");
      }),
    );
  }

  /** As Excel takes a value: text that looks like a number becomes one unless the cell is formatted as text. */
  write(sheet: string, row: number, column: number, value: string | number): void {
    const cell = this.cell(sheet, row, column) ?? this.addCell(sheet, row, column);
    const document = cell.ownerDocument;
    const isText = this.textStyles.has(Number(cell.getAttribute("s") ?? 0));
    cell.replaceChildren();
    cell.removeAttribute("t");
    if (typeof value === "number" || (!isText && value.trim() !== "" && Number.isFinite(Number(value)))) {
      const number = document.createElementNS(s, "v");
      number.textContent = String(Number(value));
      cell.append(number);
    } else if (value !== "") {
      cell.setAttribute("t", "inlineStr");
      const inline = document.createElementNS(s, "is");
      const text = document.createElementNS(s, "t");
      text.setAttribute("xml:space", "preserve");
      text.textContent = value;
      inline.append(text);
      cell.append(inline);
    }
  }

  /** A custom document property, or undefined. */
  property(name: string): string | undefined {
    const part = this.parts["docProps/custom.xml"];
    if (!part) return undefined;
    return [...parse(part).documentElement.children].find((property) => property.getAttribute("name") === name)?.textContent ?? undefined;
  }

  customXml(namespace: string): string[] {
    return Object.keys(this.parts)
      .filter((name) => /^customXml\/[^/]+\.xml$/i.test(name))
      .map((name) => strFromU8(this.parts[name]!))
      .filter((xml) => new DOMParser().parseFromString(xml, "application/xml").documentElement.namespaceURI === namespace);
  }

  toBytes(): Uint8Array {
    const changed = Object.fromEntries([...this.sheets].map(([path, document]) => [path, strToU8(new XMLSerializer().serializeToString(document))]));
    return zipSync({ ...this.parts, ...changed });
  }

  private cell(sheet: string, row: number, column: number): Element | undefined {
    const address = name(row, column);
    return [...(this.row(sheet, row)?.children ?? [])].find((cell) => cell.getAttribute("r") === address);
  }

  private row(sheet: string, row: number): Element | undefined {
    return [...this.sheets.get(sheet)!.getElementsByTagNameNS(s, "row")].find((one) => Number(one.getAttribute("r")) === row);
  }

  private addCell(sheet: string, row: number, column: number): Element {
    const document = this.sheets.get(sheet)!;
    const rowElement = this.row(sheet, row);
    if (!rowElement) throw new Error(`The fake does not add rows (row ${row}).`);
    const cell = document.createElementNS(s, "c");
    cell.setAttribute("r", name(row, column));
    const after = [...rowElement.children].find((one) => columnOf(one.getAttribute("r") ?? "A1") > column);
    rowElement.insertBefore(cell, after ?? null);
    return cell;
  }
}

const texts = (element: Element): string => [...element.getElementsByTagNameNS(s, "t")].map((text) => text.textContent ?? "").join("");
const rowOf = (reference: string): number => Number(/\d+/.exec(reference)?.[0] ?? 1);
const columnOf = (reference: string): number => [...(/[A-Z]+/.exec(reference)?.[0] ?? "A")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function name(row: number, column: number): string {
  let letters = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

function unlocked(styles: Document): Set<number> {
  const formats = [...(styles.getElementsByTagNameNS(s, "cellXfs")[0]?.children ?? [])];
  return new Set(formats.flatMap((format, index) => ([...format.children].some((child) => child.localName === "protection" && ["0", "false"].includes(child.getAttribute("locked") ?? "")) ? [index] : [])));
}

/** Formats whose number format is text (@, built in as 49). */
function textFormats(styles: Document): Set<number> {
  const custom = new Set([...styles.getElementsByTagNameNS(s, "numFmt")].filter((format) => format.getAttribute("formatCode") === "@").map((format) => format.getAttribute("numFmtId")));
  const formats = [...(styles.getElementsByTagNameNS(s, "cellXfs")[0]?.children ?? [])];
  return new Set(formats.flatMap((format, index) => (format.getAttribute("numFmtId") === "49" || custom.has(format.getAttribute("numFmtId")) ? [index] : [])));
}

function targets(parts: Record<string, Uint8Array>, path: string, folder: string): Map<string, string> {
  const bytes = parts[path];
  if (!bytes) return new Map();
  return new Map(
    [...parse(bytes).documentElement.children].map((relationship) => {
      const target = relationship.getAttribute("Target") ?? "";
      return [relationship.getAttribute("Id") ?? "", resolve(folder, target)];
    }),
  );
}

function resolve(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const segments = folder.split("/");
  for (const segment of target.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

const parse = (bytes: Uint8Array): Document => new DOMParser().parseFromString(strFromU8(bytes), "application/xml");
