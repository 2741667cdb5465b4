import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const s = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const r = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

interface Table {
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

  constructor(bytes: Uint8Array) {
    this.parts = unzipSync(bytes);
    const strings = this.parts["xl/sharedStrings.xml"];
    this.shared = strings ? [...parse(strings).getElementsByTagNameNS(s, "si")].map((item) => texts(item)) : [];
    this.unlockedStyles = unlocked(parse(this.parts["xl/styles.xml"]!));
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
    const document = this.sheets.get(sheet)!;
    if (document.getElementsByTagNameNS(s, "sheetProtection").length === 0) return true;
    return this.unlockedStyles.has(Number(this.cell(sheet, row, column)?.getAttribute("s") ?? 0));
  }

  write(sheet: string, row: number, column: number, value: string | number): void {
    const cell = this.cell(sheet, row, column) ?? this.addCell(sheet, row, column);
    const document = cell.ownerDocument;
    cell.replaceChildren();
    cell.removeAttribute("t");
    if (typeof value === "number") {
      const number = document.createElementNS(s, "v");
      number.textContent = String(value);
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
    const rowElement = [...this.sheets.get(sheet)!.getElementsByTagNameNS(s, "row")].find((one) => Number(one.getAttribute("r")) === row);
    return rowElement && [...rowElement.children].find((cell) => cell.getAttribute("r") === name(row, column));
  }

  private addCell(sheet: string, row: number, column: number): Element {
    const document = this.sheets.get(sheet)!;
    const rows = [...document.getElementsByTagNameNS(s, "row")];
    const rowElement = rows.find((one) => Number(one.getAttribute("r")) === row);
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
