import { describe, expect, it } from "vitest";
import { MissingFieldError, type DocumentIdentity, type FieldChange, type HostField, type SavedPlace, type WordDocument } from "../../office/ports";
import type { Unsent } from "./kept";
import { keepOffline } from "./offlineKeep";
import { OfflineError, type PaneRecord, type PrintedField, type RecordSource, type Seen, type SentText, type Written } from "./paneRecord";
import { FillSession, type SaveOutcome } from "./session";

type Field = { tag: string; occurrence: number; title: string; text: string };

/** A document in memory: texts by tag and occurrence. */
class MemoryDocument implements WordDocument {
  identityNow: DocumentIdentity = { form: "reflection", scheme: "2018", record: "r1", version: 3, code: "CODE-3" };
  saved: readonly SavedPlace[] | null = null;
  reads = 0;
  constructor(readonly fields: Field[]) {}
  identity = () => Promise.resolve(this.identityNow);
  savedTexts = () => Promise.resolve(this.saved);
  setIdentity = (identity: DocumentIdentity, saved: readonly SavedPlace[]) => {
    [this.identityNow, this.saved] = [identity, saved];
    return Promise.resolve();
  };
  readFields = (): Promise<HostField[]> => {
    this.reads++;
    return Promise.resolve(this.fields.map((field) => ({ ...field })));
  };
  writeFields = (changes: readonly FieldChange[]) => {
    const missing = changes.filter((change) => !this.find(change.tag, change.occurrence));
    if (missing.length > 0) return Promise.reject(new MissingFieldError(missing.map((change) => change.tag)));
    for (const change of changes) this.find(change.tag, change.occurrence)!.text = change.text;
    return Promise.resolve();
  };
  goTo = () => Promise.resolve();
  save = () => Promise.resolve();
  printedCodes = () => [];
  openNew = () => Promise.resolve(false);
  onDirty = () => Promise.resolve(() => {});
  find = (tag: string, occurrence = 0) => this.fields.find((field) => field.tag === tag && field.occurrence === occurrence);
  text = (tag: string, occurrence = 0) => this.find(tag, occurrence)?.text;
  type(tag: string, text: string, occurrence = 0) {
    this.find(tag, occurrence)!.text = text;
  }
}

const control = (tag: string, text: string, occurrence = 0): Field => ({ tag, occurrence, title: tag, text });
const printed = (tag: string, text: string, occurrence = 0): PrintedField => ({ tag, occurrence, label: tag, text, prompt: `请填写${tag}`, required: false, computed: false });

const recordOf = (fields: PrintedField[], version = 3): PaneRecord => ({
  id: "r1", version, state: "draft", sheet: "表7", title: "干部学习心得", titleEn: "Study reflection", owner: "周敏", period: "2024年度", updatedAt: "2024-05-06T08:00:00Z",
  comment: null, contentCode: `CODE-${version}`, printedCode: "", scheme: "2018", formId: "reflection", editable: true, fields,
});

const rows = (...texts: string[]) => texts.map((text, row) => printed("rows.name", text, row));
const rowControls = (...texts: string[]) => texts.map((text, row) => control("rows.name", text, row));

/** A service in memory: writes what is named, refuses what is stale. */
class MemorySource implements RecordSource {
  sent: { version: number; texts: readonly SentText[] }[] = [];
  offline = false;
  next: Written | null = null;
  spell: (text: string) => string = (text) => text;
  constructor(public record: PaneRecord, readonly past: readonly SentText[] | null = null) {}
  load = () => (this.offline ? Promise.reject(new OfflineError("offline")) : Promise.resolve({ ...this.record, past: this.past }));
  push = (_: string, seen: Seen, texts: readonly SentText[]): Promise<Written> => {
    if (this.offline) return Promise.reject(new OfflineError("offline"));
    const next = this.next;
    this.next = null;
    if (next) return Promise.resolve(next);
    if (seen.version !== this.record.version || seen.code !== this.record.contentCode) return Promise.resolve({ kind: "stale", record: this.record });
    this.sent.push({ version: seen.version, texts });
    if (texts.length > 0) this.change(...texts.map((text) => [text.tag, this.spell(text.text), text.occurrence] as const));
    return Promise.resolve({ kind: "saved", record: this.record });
  };
  /** A colleague's write, or the own one. */
  change(...texts: (readonly [tag: string, text: string, occurrence?: number])[]) {
    const fields = this.record.fields.map((field) => {
      const change = texts.find(([tag, , occurrence = 0]) => tag === field.tag && occurrence === field.occurrence);
      return change ? { ...field, text: change[1] } : field;
    });
    this.record = recordOf(fields, this.record.version + 1);
  }
  text = (tag: string, occurrence = 0) => this.record.fields.find((field) => field.tag === tag && field.occurrence === occurrence)?.text;
}

class MemoryStore {
  kept = new Map<string, Unsent>();
  get = (id: string) => this.kept.get(id) ?? null;
  set = (id: string, unsent: Unsent | null) => void (unsent ? this.kept.set(id, unsent) : this.kept.delete(id));
}

async function open(document: MemoryDocument, record: PaneRecord | MemorySource, store = new MemoryStore()) {
  const source = record instanceof MemorySource ? record : new MemorySource(record);
  return { session: await FillSession.open(document, source, store, document.identityNow), source, store };
}

const states = async (session: FillSession) => Object.fromEntries((await session.look()).fields.map((view) => [view.occurrence ? `${view.tag}#${view.occurrence}` : view.tag, view.state]));
const conflictsOf = (outcome: SaveOutcome) => (outcome.kind === "conflict" ? outcome.conflicts : []);

describe("a save", () => {
  it("takes a prompt for an empty field, ours and Word's own", async () => {
    const { session, source } = await open(new MemoryDocument([control("topic", "请填写topic"), control("insight", "单击或点击此处输入文字。")]), recordOf([printed("topic", ""), printed("insight", "旧")]));
    expect(await states(session)).toEqual({ topic: "empty", insight: "changed" });
    await session.push();
    expect(source.sent[0]?.texts).toEqual([{ tag: "insight", occurrence: 0, text: "" }]);
  });

  it("writes the new version into the document, and reads the document once", async () => {
    const document = new MemoryDocument([control("topic", "新题目")]);
    const { session, source } = await open(document, recordOf([printed("topic", "")]));
    document.reads = 0;
    expect((await session.push()).kind).toBe("saved");
    expect(session.lookAgain().fields[0]?.state).toBe("same");
    expect(document.reads).toBe(1);
    expect(source.sent[0]?.version).toBe(3);
    expect(document.identityNow).toMatchObject({ version: 4, code: "CODE-4" });
  });

  it("takes a text for saved that the record spells in another way, until it is typed over, also after the document was closed", async () => {
    const document = new MemoryDocument([control("date", "2024.5.6")]);
    const source = new MemorySource(recordOf([printed("date", "")]));
    source.spell = () => "2024年5月6日";
    await (await open(document, source)).session.push();
    const { session } = await open(document, source);
    expect(await states(session)).toEqual({ date: "same" });
    document.type("date", "2024.5.7");
    expect(await states(session)).toEqual({ date: "changed" });
  });

  it("sends nothing that the form does not know: a document may hold controls of others", async () => {
    const { session, source } = await open(new MemoryDocument([control("cover-title", "封面"), control("topic", "题目")]), recordOf([printed("topic", "")]));
    expect((await session.push()).kind).toBe("saved");
    expect(source.sent[0]?.texts.map((text) => text.tag)).toEqual(["topic"]);
  });

  it("sends rows below those that the record prints", async () => {
    const { session, source } = await open(new MemoryDocument(rowControls("甲", "", "丙")), recordOf(rows("甲")));
    expect((await session.push()).kind).toBe("saved");
    expect(source.sent[0]?.texts).toEqual([{ tag: "rows.name", occurrence: 2, text: "丙" }]);
  });

  it("puts a refused text beside its field until it is typed over", async () => {
    const document = new MemoryDocument([control("date", "昨天")]);
    const { session, source } = await open(document, recordOf([printed("date", "")]));
    source.next = { kind: "refused", problems: [{ tag: "date", occurrence: 0, message: "日期写成 2024年3月5日。", messageEn: "Write the date as 2024-03-05." }] };
    expect((await session.push()).kind).toBe("refused");
    const [view] = (await session.look()).fields;
    expect(view).toMatchObject({ state: "invalid", problem: { tag: "date" } });
    document.type("date", "2024年3月5日");
    expect(await states(session)).toEqual({ date: "changed" });
  });

  it("does not take for saved what a co-author typed while it was under way", async () => {
    const document = new MemoryDocument([control("topic", "我的")]);
    const { session, source } = await open(document, recordOf([printed("topic", "")]));
    const push = source.push;
    source.push = async (id, seen, texts) => {
      document.type("topic", "同伴接着写的");
      await session.look();
      return push(id, seen, texts);
    };
    expect((await session.push()).kind).toBe("saved");
    expect(source.text("topic")).toBe("我的");
    expect(await states(session)).toEqual({ topic: "changed" });
  });
});

describe("two people", () => {
  it("a field that I did not touch never overwrites a colleague's", async () => {
    const document = new MemoryDocument([control("topic", "旧"), control("place", "甲")]);
    const { session, source } = await open(document, recordOf([printed("topic", "旧"), printed("place", "甲")]));
    document.type("topic", "我的");
    source.change(["place", "乙"]);
    expect((await session.push()).kind).toBe("saved");
    expect([source.text("topic"), source.text("place")]).toEqual(["我的", "乙"]);
    expect(await states(session)).toEqual({ topic: "same", place: "newer" });
  });

  it("a document that lacks a colleague's change keeps its old version, so that an upload of it is known as old", async () => {
    const document = new MemoryDocument([control("topic", "我的"), control("place", "甲")]);
    const { session, source } = await open(document, recordOf([printed("topic", ""), printed("place", "甲")]));
    source.change(["place", "乙"]);
    await session.push();
    expect(document.identityNow.version).toBe(3);
    await session.pull((await session.pullPreview()).lines);
    expect(document.identityNow.version).toBe(5);
  });

  it("a partial pull does not make the rest mine: colleagues' fields stay after the next save, also in a document opened anew", async () => {
    const document = new MemoryDocument([control("topic", "旧"), control("place", "甲")]);
    const source = new MemorySource(recordOf([printed("topic", "旧"), printed("place", "甲")]));
    const first = (await open(document, source)).session;
    source.change(["topic", "别人的题"], ["place", "乙"]);
    await first.pull((await first.pullPreview()).lines.filter((line) => line.tag === "topic"));
    const { session } = await open(document, source);
    document.type("topic", "我接着写");
    expect((await session.push()).kind).toBe("saved");
    expect([source.text("topic"), source.text("place")]).toEqual(["我接着写", "乙"]);
  });

  it("a field that both changed is a conflict, and nothing is written before it is settled", async () => {
    const document = new MemoryDocument([control("topic", "旧"), control("place", "甲")]);
    const { session, source } = await open(document, recordOf([printed("topic", "旧"), printed("place", "甲")]));
    document.type("topic", "我的");
    document.type("place", "丙");
    source.change(["topic", "他的"]);
    const conflicts = conflictsOf(await session.push());
    expect(conflicts).toEqual([{ tag: "topic", occurrence: 0, label: "topic", yours: "我的", theirs: "他的", group: null }]);
    expect(source.sent).toEqual([]);
    expect((await session.resolve(conflicts, () => true)).kind).toBe("saved");
    expect([source.text("topic"), source.text("place")]).toEqual(["我的", "丙"]);
  });

  it("writes theirs into the document where it was chosen", async () => {
    const document = new MemoryDocument([control("topic", "旧")]);
    const { session, source } = await open(document, recordOf([printed("topic", "旧")]));
    document.type("topic", "我的");
    source.change(["topic", "他的"]);
    expect((await session.resolve(conflictsOf(await session.push()), () => false)).kind).toBe("saved");
    expect([document.text("topic"), source.text("topic")]).toEqual(["他的", "他的"]);
  });

  it("a second change behind my choice is a conflict again", async () => {
    const document = new MemoryDocument([control("topic", "旧")]);
    const { session, source } = await open(document, recordOf([printed("topic", "旧")]));
    document.type("topic", "我的");
    source.change(["topic", "他的"]);
    const conflicts = conflictsOf(await session.push());
    source.change(["topic", "他又改的"]);
    expect(conflictsOf(await session.resolve(conflicts, () => true))).toMatchObject([{ yours: "我的", theirs: "他又改的" }]);
  });

  it("a document filled without a pane is compared with what it was made from", async () => {
    const document = new MemoryDocument([control("topic", "离线写的"), control("place", "甲")]);
    const past = [{ tag: "topic", occurrence: 0, text: "" }, { tag: "place", occurrence: 0, text: "甲" }];
    const { session, source } = await open(document, new MemorySource(recordOf([printed("topic", ""), printed("place", "乙")], 5), past));
    expect((await session.push()).kind).toBe("saved");
    expect([source.text("topic"), source.text("place")]).toEqual(["离线写的", "乙"]);
  });

  it("without any past, texts that differ are the person's to choose", async () => {
    const document = new MemoryDocument([control("topic", "文档的"), control("place", ""), control("goals", "目标")]);
    const { session, source } = await open(document, recordOf([printed("topic", "平台的"), printed("place", "乙"), printed("goals", "")], 5));
    expect(await states(session)).toEqual({ topic: "conflict", place: "newer", goals: "changed" });
    expect(conflictsOf(await session.push()).map((conflict) => conflict.tag)).toEqual(["topic"]);
    expect(source.sent).toEqual([]);
  });

  it("where a colleague deleted a row above, no row is merged by its number", async () => {
    const document = new MemoryDocument(rowControls("甲", "乙", "丙"));
    const { session, source } = await open(document, recordOf(rows("甲", "乙", "丙")));
    document.type("rows.name", "乙改", 1);
    source.change(["rows.name", "乙", 0], ["rows.name", "丙", 1], ["rows.name", "", 2]);
    const conflicts = conflictsOf(await session.push());
    expect(conflicts.map((conflict) => [conflict.occurrence, conflict.group])).toEqual([[0, "rows"], [1, "rows"], [2, "rows"]]);
    expect((await session.resolve(conflicts, () => true)).kind).toBe("saved");
    expect([0, 1, 2].map((row) => source.text("rows.name", row))).toEqual(["甲", "乙改", "丙"]);
  });

  it("rows that both changed in other places are merged", async () => {
    const document = new MemoryDocument(rowControls("甲", "乙", ""));
    const { session, source } = await open(document, recordOf(rows("甲", "乙", "")));
    document.type("rows.name", "甲改", 0);
    source.change(["rows.name", "丙", 2]);
    expect((await session.push()).kind).toBe("saved");
    expect([0, 1, 2].map((row) => source.text("rows.name", row))).toEqual(["甲改", "乙", "丙"]);
  });

  it("rows that the service sorted are the platform's news, not mine", async () => {
    const document = new MemoryDocument(rowControls("乙", "甲"));
    const { session, source } = await open(document, recordOf(rows("乙", "")));
    source.next = { kind: "saved", record: { ...recordOf(rows("甲", "乙"), 4), rearranged: ["rows"] } };
    await session.push();
    expect(await states(session)).toEqual({ "rows.name": "newer", "rows.name#1": "newer" });
  });
});

describe("a pull", () => {
  it("names what it would overwrite, tells what is safe, and writes only what was chosen", async () => {
    const document = new MemoryDocument([control("name", "周敏"), control("topic", "我的题目")]);
    const { session, source } = await open(document, recordOf([printed("name", "周敏"), printed("topic", "")]));
    source.change(["name", "周敏敏"]);
    const preview = await session.pullPreview();
    expect(preview.lines.map((line) => [line.tag, line.before, line.text, line.safe])).toEqual([["name", "周敏", "周敏敏", true], ["topic", "我的题目", "", false]]);
    await session.pull(preview.lines.slice(0, 1));
    expect([document.text("name"), document.text("topic")]).toEqual(["周敏敏", "我的题目"]);
  });

  it("is taken back with the version and with what was known before", async () => {
    const document = new MemoryDocument([control("name", "旧名")]);
    const { session, source } = await open(document, recordOf([printed("name", "旧名")]));
    source.change(["name", "新名"]);
    await session.pull((await session.pullPreview()).lines);
    expect(document.identityNow.version).toBe(4);
    await session.undoPull();
    expect([document.text("name"), document.identityNow.version, session.canUndo]).toEqual(["旧名", 3, false]);
    expect((await session.push()).kind).toBe("saved");
    expect(source.text("name")).toBe("新名");
  });
});

describe("a place the document lacks", () => {
  it("keeps its value on the platform, and is called missing", async () => {
    const document = new MemoryDocument([control("topic", "新")]);
    const { session, source } = await open(document, recordOf([printed("topic", ""), printed("content", "有值")]));
    expect((await session.push()).kind).toBe("saved");
    expect(source.text("content")).toBe("有值");
    expect(await states(session)).toEqual({ topic: "same", content: "missing" });
    expect((await session.pullPreview()).notInDocument).toEqual(["content"]);
  });

  it("does not move the rows below it", async () => {
    const pair = (row: number, name: string, place: string) => [printed("rows.name", name, row), printed("rows.place", place, row)];
    const fields = [control("rows.name", "甲", 0), control("rows.place", "一", 0), control("rows.name", "乙", 1), control("rows.name", "丙", 2), control("rows.place", "三改", 1)];
    const { session, source } = await open(new MemoryDocument(fields), recordOf([...pair(0, "甲", "一"), ...pair(1, "乙", "二"), ...pair(2, "丙", "三")]));
    expect((await session.push()).kind).toBe("saved");
    expect([0, 1, 2].map((row) => source.text("rows.place", row))).toEqual(["一", "二", "三改"]);
  });

  it("a deleted row waits for the person's word, everything else is saved", async () => {
    const document = new MemoryDocument([control("topic", "新"), ...rowControls("甲", "丙")]);
    const { session, source } = await open(document, recordOf([printed("topic", ""), ...rows("甲", "乙", "丙")]));
    expect((await session.look()).gone).toEqual([{ section: "rows", rows: ["乙"] }]);
    expect((await session.push()).kind).toBe("saved");
    expect([source.text("topic"), ...[0, 1, 2].map((row) => source.text("rows.name", row))]).toEqual(["新", "甲", "乙", "丙"]);
    session.deleteGone("rows");
    expect((await session.push()).kind).toBe("saved");
    expect([0, 1, 2].map((row) => source.text("rows.name", row))).toEqual(["甲", "丙", ""]);
    expect((await session.look()).gone).toEqual([]);
  });

  it("a row that a colleague added is not taken for deleted", async () => {
    const document = new MemoryDocument(rowControls("甲改"));
    const { session, source } = await open(document, recordOf(rows("甲", "")));
    source.change(["rows.name", "乙", 1]);
    expect((await session.push()).kind).toBe("saved");
    expect((await session.look()).gone).toEqual([]);
    expect([0, 1].map((row) => source.text("rows.name", row))).toEqual(["甲改", "乙"]);
  });
});

describe("offline", () => {
  const typedOffline = async () => {
    const document = new MemoryDocument([control("topic", "断网时写的")]);
    const { session, source, store } = await open(document, recordOf([printed("topic", "")]));
    source.offline = true;
    expect((await session.push()).kind).toBe("kept");
    return { document, session, source, store };
  };
  const original = () => new MemoryDocument([control("topic", "请填写topic")]);

  it("keeps what could not be sent and sends it later", async () => {
    const { session, source, store } = await typedOffline();
    expect(store.get("r1")?.texts).toMatchObject([{ tag: "topic", text: "断网时写的" }]);
    source.offline = false;
    expect((await session.push()).kind).toBe("saved");
    expect([source.text("topic"), session.unsent]).toEqual(["断网时写的", null]);
  });

  it("offers it when Word was closed without saving; a save of the old document does not delete it", async () => {
    const { source, store } = await typedOffline();
    source.offline = false;
    const document = original();
    const { session } = await open(document, source, store);
    expect((await session.push()).kind).toBe("saved");
    const { offers } = await session.look();
    expect(offers).toMatchObject([{ tag: "topic", text: "断网时写的", inDocument: "", missing: false }]);
    await session.putBack(offers);
    expect(document.text("topic")).toBe("断网时写的");
    expect((await session.look()).offers).toEqual([]);
    expect(session.unsent).not.toBeNull();
    await session.push();
    expect([source.text("topic"), session.unsent]).toEqual(["断网时写的", null]);
  });

  it("does not offer what the document still holds, nor what the service has", async () => {
    const { document, source, store } = await typedOffline();
    source.offline = false;
    expect((await (await open(document, source, store)).session.look()).offers).toEqual([]);
    source.change(["topic", "断网时写的"]);
    const { session } = await open(original(), source, store);
    expect([(await session.look()).offers, session.unsent]).toEqual([[], null]);
  });

  it("keeps an older text beside a newer one of the same place", async () => {
    const { source, store } = await typedOffline();
    const document = original();
    source.offline = false;
    const { session } = await open(document, source, store);
    await session.look();
    source.offline = true;
    document.type("topic", "另写的");
    expect((await session.push()).kind).toBe("kept");
    source.offline = false;
    await session.push();
    expect(source.text("topic")).toBe("另写的");
    expect((await session.look()).offers).toMatchObject([{ text: "断网时写的", onPlatform: "另写的" }]);
  });

  it("what was typed over and saved is not offered again", async () => {
    const { document, session, source, store } = await typedOffline();
    document.type("topic", "接着改的");
    source.offline = false;
    await session.push();
    expect(store.get("r1")).toBeNull();
  });

  it("throws away only what the person throws away, and gives it back on undo", async () => {
    const { source, store } = await typedOffline();
    source.offline = false;
    const { session } = await open(original(), source, store);
    const undo = session.discard((await session.look()).offers);
    expect(session.unsent).toBeNull();
    undo();
    expect((await session.look()).offers).toHaveLength(1);
  });

  it("sends a kept text for which the document has no place", async () => {
    const { source, store } = await typedOffline();
    source.offline = false;
    const { session } = await open(new MemoryDocument([]), source, store);
    await session.putBack((await session.look()).offers);
    await session.push();
    expect([source.text("topic"), session.unsent]).toEqual(["断网时写的", null]);
  });

  it("keeps a document whose record cannot be read, and offers only what is news once it can", async () => {
    const document = new MemoryDocument([control("topic", "断网时写的"), control("name", "周敏"), control("place", "请填写place"), control("own", "写一行即可")]);
    const store = new MemoryStore();
    expect(await keepOffline(document, store, document.identityNow, "2024-05-06T08:00:00Z")).toBe(3);
    const fields = [control("topic", ""), control("name", "周敏"), control("place", "请填写place"), control("own", "写一行即可")];
    const { session } = await open(new MemoryDocument(fields), recordOf([printed("topic", ""), printed("name", "周敏"), printed("place", ""), { ...printed("own", ""), prompt: "写一行即可" }]), store);
    expect((await session.look()).offers.map((offer) => offer.tag)).toEqual(["topic"]);
  });
});
