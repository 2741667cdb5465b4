import type { ReviewConflict, ReviewRow, ReviewRowEdit, ReviewRows, ReviewRowsSaved } from "../../../api/review";
import type { ProblemItem } from "../../../api/problem";
import type { ExcelWorkbook, HostTable, RowFilter, RowGuard, RowsWritten, RowWrite, TableShape } from "../../../office/ports";
import { baseOf, creditText } from "./base";
import type { DraftStore, Drafts } from "./drafts";

/** The audit workbook's table, by the names that the service gives it. */
export const reviewShape: TableShape = { name: "review", key: "键", shown: "姓名" };
export const workbookProperties = { kind: "CadreDocsWorkbook", year: "CadreDocsYear" } as const;
export const reviewKind = "credit-review";

const head = { key: "键", version: "版本", base: "底稿", school: "学校", name: "姓名", condition: "情况", declared: "申报学分", opinion: "区级审核意见", recognised: "认定学分", reason: "理由" } as const;
const needed = [head.key, head.version, head.base, head.school, head.name, head.opinion, head.recognised, head.reason];

/** Where the rows come from and go to. */
export interface AuditSource {
  rows(year: number): Promise<ReviewRows>;
  save(year: number, rows: ReviewRowEdit[]): Promise<ReviewRowsSaved>;
}

/** The three cells of the reviewer. */
export interface Opinion {
  readonly opinion: string;
  readonly recognised: string;
  readonly reason: string;
}

/** A row of the workbook as it stands. */
export interface AuditRow extends Opinion {
  readonly key: string;
  readonly personId: string;
  readonly name: string;
  readonly school: string;
  /** Empty where the service does not give this row to the reviewer. */
  readonly schoolId: string;
  readonly condition: string;
  readonly declared: string;
  readonly version: string;
  readonly base: string;
  readonly sheetRow: number;
  /** The reviewer wrote into it since it was last saved. */
  readonly touched: boolean;
  /** The service's row is newer than the workbook's. */
  readonly stale: boolean;
  /** Why it cannot be judged; null where it can. */
  readonly barred: "own" | "signed" | "unknown" | null;
}

export interface AuditView {
  readonly rows: readonly AuditRow[];
  /** People of the service whose row the workbook does not have; the reviewer's own line never is. */
  readonly absent: readonly ReviewRow[];
}

export interface Conflict {
  readonly personId: string;
  readonly key: string;
  readonly name: string;
  readonly school: string;
  readonly fields: readonly { readonly field: string; readonly yours: string; readonly theirs: string }[];
}

export interface SaveResult {
  readonly saved: number;
  readonly conflicts: readonly Conflict[];
  readonly problems: readonly (ProblemItem & { readonly key: string })[];
}

/** The workbook lacks columns that it was made with. */
export class ForeignTableError extends Error {
  constructor(readonly missing: readonly string[]) {
    super(`The table lacks ${missing.join(", ")}.`);
    this.name = "ForeignTableError";
  }
}

/**
 * The work on one open audit workbook. The workbook's cells are what the reviewer says; the service's rows are what is known. Every act finds
 * its rows by key, so that a table sorted or filtered meanwhile does not mislead it.
 */
export class AuditSession {
  private known = new Map<string, ReviewRow>();
  private at: Readonly<Record<string, number>> = {};
  private numbers: ReadonlySet<string> = new Set();
  /** What was typed, never saved, and is no longer in the workbook: kept until it is put back or given up. */
  private lost: Drafts = {};
  private last: HostTable | null = null;
  /** What was last written into rows, to know whether an undo would run over something newer. */
  private readonly wrote = new Map<string, Readonly<Record<string, string | number>>>();

  private constructor(
    private readonly workbook: ExcelWorkbook,
    private readonly source: AuditSource,
    private readonly store: DraftStore,
    readonly year: number,
  ) {}

  static async open(workbook: ExcelWorkbook, source: AuditSource, store: DraftStore, year: number): Promise<AuditSession> {
    const session = new AuditSession(workbook, source, store, year);
    await session.ask();
    session.lost = await session.findLost();
    return session;
  }

  /** The workbook as it stands. One sync. What is not saved yet is kept apart, should the workbook be closed without saving. */
  async view(): Promise<AuditView> {
    return this.show(await this.table());
  }

  /** The workbook as it was last read, with what this session wrote since. No sync. */
  async lastView(): Promise<AuditView> {
    return this.last ? this.show(this.last) : this.view();
  }

  /** The service's row, by key. */
  rowOf(key: string): ReviewRow | undefined {
    return this.known.get(key);
  }

  get own(): readonly ReviewRow[] {
    return [...this.known.values()].filter((row) => row.own);
  }

  /** Writes an opinion into the selected rows that may be judged. The credit follows the opinion. Two syncs. */
  async write(opinion: string, reason: string | null): Promise<{ written: readonly RowWrite[]; barred: readonly string[] }> {
    const cells = { [head.opinion]: opinion, [head.recognised]: "", ...(reason === null ? {} : { [head.reason]: reason }) };
    const { before, left } = await this.workbook.writeSelected(reviewShape, cells, { only: (key) => this.barredOf(this.known.get(key)) === null });
    return { written: this.remember(before, cells), barred: left };
  }

  /** Agrees to every plain row that has no opinion and shows the numbers of now. Two syncs, however many rows. */
  async acceptClean(): Promise<readonly RowWrite[]> {
    const clean = [...this.known.values()].filter((row) => row.clean && this.barredOf(row) === null);
    const cells = { [head.opinion]: "同意", [head.recognised]: "" };
    const { before } = await this.put(clean.map((row) => ({ key: row.key, cells })), {
      read: [head.version],
      only: (key, stood) => (stood[head.opinion] ?? "").trim() === "" && stood[head.version] === this.cell(this.known.get(key), head.version),
    });
    return this.remember(before, cells);
  }

  /** Puts back what stood there, except where the reviewer went on writing. */
  async undo(written: readonly RowWrite[]): Promise<void> {
    await this.put(written, {
      only: (key, stood) => {
        const wrote = this.wrote.get(key);
        return wrote !== undefined && Object.entries(wrote).every(([header, value]) => stood[header] === String(value));
      },
    });
  }

  /** Sends the rows that the reviewer changed. What is settled gets its new version in the workbook; conflicts and faults stay as they are and come back. */
  async save(): Promise<SaveResult> {
    const { rows } = await this.view();
    const touched = rows.filter((row) => row.touched);
    if (touched.length === 0) return { saved: 0, conflicts: [], problems: [] };
    const answer = await this.source.save(this.year, touched.map((row) => ({
      row: row.sheetRow, key: row.key, version: row.version, base: row.base, school: row.school, name: row.name, opinion: row.opinion, recognised: row.recognised, reason: row.reason,
    })));
    for (const row of answer.rows) this.known.set(row.key, row);
    const keys = new Map(touched.map((row) => [row.sheetRow, row.key]));
    const problems = answer.problems.map((problem) => ({ ...problem, key: keys.get(problem.row ?? -1) ?? "" }));
    const conflicts = this.conflictsOf(answer.conflicts);
    const open = new Set([...problems.map((problem) => problem.key), ...conflicts.map((conflict) => conflict.key)]);
    const settled = touched.filter((row) => !open.has(row.key) && this.known.has(row.key));
    await this.put(settled.map((row) => ({ key: row.key, cells: this.settledCells(row) })));
    this.keep(touched.filter((row) => open.has(row.key)));
    return { saved: settled.length, conflicts, problems };
  }

  /** Conflicts by choice: theirs go into the workbook; mine are saved again over what is there now. */
  async resolve(conflicts: readonly Conflict[], mine: (conflict: Conflict) => boolean): Promise<SaveResult> {
    await this.put(conflicts.map((conflict) => {
      const known = this.known.get(conflict.key);
      const version = { [head.version]: this.cell(known, head.version), [head.base]: this.cell(known, head.base) };
      return { key: conflict.key, cells: mine(conflict) ? version : { ...version, ...this.opinionCells(known) } };
    }));
    return this.save();
  }

  /** Brings every row that the reviewer did not touch up to now; touched ones stay and are compared when they are saved. */
  async refresh(): Promise<{ updated: number; absent: readonly ReviewRow[]; gone: number }> {
    await this.ask();
    const table = await this.table();
    const view = await this.viewOf(table);
    const writes: RowWrite[] = [];
    for (const row of view.rows.filter((each) => !each.touched)) {
      const cells = table.rows[row.sheetRow - table.firstRow] ?? [];
      const known = this.known.get(row.key);
      const changed = table.headers.flatMap((header, index) => {
        const now = known && header in this.at ? this.cell(known, header) : undefined;
        return now === undefined || now === this.plain(header, cells[index] ?? "") ? [] : [[header, this.typed(header, now)] as const];
      });
      if (changed.length > 0) writes.push({ key: row.key, cells: Object.fromEntries(changed) });
    }
    if (writes.length > 0) await this.put(writes);
    return { updated: writes.length, absent: view.absent, gone: view.rows.filter((row) => row.barred === "unknown").length };
  }

  selected(): Promise<readonly string[]> {
    return this.workbook.selectedKeys(reviewShape);
  }

  goTo(key: string): Promise<boolean> {
    return this.workbook.goToKey(reviewShape, key);
  }

  /** Odd rows, rows without an opinion, or all; of one school or of all. */
  async filter(which: "all" | "odd" | "open", school: string | null): Promise<void> {
    const filters: RowFilter[] = [];
    if (which === "odd") filters.push({ column: head.condition, show: "filled" });
    if (which === "open") filters.push({ column: head.opinion, show: "blank" });
    if (school !== null) filters.push({ column: head.school, show: [school] });
    await this.workbook.filter(reviewShape, filters);
  }

  get lostDrafts(): Drafts {
    return this.lost;
  }

  /** Writes lost texts into their rows again. */
  async restore(): Promise<void> {
    await this.put(Object.entries(this.lost).map(([key, draft]) => ({
      key, cells: { [head.opinion]: draft.opinion, [head.recognised]: this.typed(head.recognised, draft.recognised), [head.reason]: draft.reason },
    })));
    this.lost = {};
  }

  forget(): void {
    this.lost = {};
  }

  private async findLost(): Promise<Drafts> {
    const drafts = this.store.get(this.year);
    if (Object.keys(drafts).length === 0) return {};
    const untouched = new Map((await this.viewOf(await this.table())).rows.filter((row) => !row.touched && row.barred === null).map((row) => [row.key, row]));
    return Object.fromEntries(Object.entries(drafts).filter(([key, draft]) => {
      const row = untouched.get(key);
      return row !== undefined && (row.opinion !== draft.opinion || row.recognised !== draft.recognised || row.reason !== draft.reason);
    }));
  }

  private async put(writes: readonly RowWrite[], guard?: RowGuard): Promise<RowsWritten> {
    const done = await this.workbook.writeRows(reviewShape, writes, guard);
    const cells = new Map(writes.map((write) => [write.key, write.cells]));
    this.patch(done.before.map(({ key }) => ({ key, cells: cells.get(key) ?? {} })));
    return done;
  }

  private remember(before: readonly RowWrite[], cells: RowWrite["cells"]): readonly RowWrite[] {
    for (const { key } of before) this.wrote.set(key, cells);
    this.patch(before.map(({ key }) => ({ key, cells })));
    return before;
  }

  /** Carries what was written into the table that was last read. */
  private patch(writes: readonly RowWrite[]): void {
    if (!this.last) return;
    const { headers, rows } = this.last;
    const keyAt = headers.indexOf(head.key);
    const byKey = new Map(writes.map((write) => [write.key, write.cells]));
    this.last = { ...this.last, rows: rows.map((cells) => {
      const now = byKey.get(cells[keyAt] ?? "");
      return now ? cells.map((cell, index) => String(now[headers[index] ?? ""] ?? cell)) : cells;
    }) };
  }

  private async show(table: HostTable): Promise<AuditView> {
    const view = await this.viewOf(table);
    this.keep(view.rows);
    return view;
  }

  private async ask(): Promise<void> {
    const rows = await this.source.rows(this.year);
    this.at = Object.fromEntries(rows.columns.map((column, index) => [column.header, index]));
    this.numbers = new Set(rows.columns.filter((column) => column.number).map((column) => column.header));
    this.known = new Map(rows.rows.map((row) => [row.key, row]));
  }

  private async table(): Promise<HostTable> {
    const table = await this.workbook.readTable(reviewShape.name, this.known.size);
    if (!table) throw new ForeignTableError([reviewShape.name]);
    const missing = needed.filter((header) => !table.headers.includes(header));
    if (missing.length > 0) throw new ForeignTableError(missing);
    this.last = table;
    return table;
  }

  private async viewOf(table: HostTable): Promise<AuditView> {
    const place = (header: string) => table.headers.indexOf(header);
    const rows: AuditRow[] = [];
    for (const [index, cells] of table.rows.entries()) {
      const text = (header: string) => this.plain(header, cells[place(header)] ?? "");
      const key = text(head.key);
      if (key === "") continue;
      const known = this.known.get(key);
      const said: Opinion = { opinion: text(head.opinion), recognised: text(head.recognised), reason: text(head.reason) };
      const [version, base] = [text(head.version), text(head.base)];
      const same = known !== undefined && base === this.cell(known, head.base) && this.sameOpinion(said, known);
      rows.push({
        ...said, key, version, base,
        personId: key.slice(0, Math.max(0, key.lastIndexOf("."))),
        name: text(head.name), school: text(head.school), condition: text(head.condition), declared: text(head.declared),
        schoolId: known?.schoolId ?? "",
        sheetRow: table.firstRow + index,
        // Only where the short way does not tell is the hash asked.
        touched: !same && base !== (await baseOf(said)),
        stale: known !== undefined && version !== this.cell(known, head.version),
        barred: this.barredOf(known),
      });
    }
    const present = new Set(rows.map((row) => row.key));
    return { rows, absent: [...this.known.values()].filter((row) => !row.own && !present.has(row.key)) };
  }

  private keep(rows: readonly AuditRow[]): void {
    const touched = rows.filter((row) => row.touched);
    this.store.set(this.year, { ...this.lost, ...Object.fromEntries(touched.map(({ key, opinion, recognised, reason }) => [key, { opinion, recognised, reason }])) });
  }

  private barredOf(row: ReviewRow | undefined): AuditRow["barred"] {
    return row === undefined ? "unknown" : row.own ? "own" : row.signedOff ? "signed" : null;
  }

  private conflictsOf(conflicts: readonly ReviewConflict[]): Conflict[] {
    const byPerson = new Map<string, Conflict>();
    for (const { personId, name, schoolName, field, yours, theirs } of conflicts) {
      const key = [...this.known.values()].find((row) => row.personId === personId)?.key ?? "";
      const known = byPerson.get(personId);
      byPerson.set(personId, { personId, key, name, school: schoolName, fields: [...(known?.fields ?? []), { field, yours, theirs }] });
    }
    return [...byPerson.values()];
  }

  /** The version of now, and the reviewer's cells only where the service spells them otherwise: the reviewer may be typing on. */
  private settledCells(row: AuditRow): Record<string, string | number> {
    const known = this.known.get(row.key);
    const now = this.opinionCells(known);
    const sent: Record<string, string> = { [head.opinion]: row.opinion, [head.recognised]: row.recognised, [head.reason]: row.reason };
    const other = Object.entries(now).filter(([header, value]) => String(value) !== sent[header]);
    return { [head.version]: this.cell(known, head.version), [head.base]: this.cell(known, head.base), ...Object.fromEntries(other) };
  }

  private opinionCells(known: ReviewRow | undefined): Record<string, string | number> {
    return Object.fromEntries([head.opinion, head.recognised, head.reason].map((header) => [header, this.typed(header, this.cell(known, header))]));
  }

  private sameOpinion(said: Opinion, known: ReviewRow): boolean {
    return said.opinion === this.cell(known, head.opinion) && said.recognised === this.cell(known, head.recognised) && said.reason === this.cell(known, head.reason);
  }

  private cell(row: ReviewRow | undefined, header: string): string {
    return row?.cells[this.at[header] ?? -1] ?? "";
  }

  private plain(header: string, text: string): string {
    return this.numbers.has(header) ? creditText(text) : text.trim();
  }

  private typed(header: string, text: string): string | number {
    return this.numbers.has(header) && text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
  }
}
