import { describe, expect, it } from "vitest";
import type { DocumentIdentity, FieldChange, HostField, WordDocument } from "../../office/ports";
import { FillSession, OfflineError, plain, type PaneRecord, type PrintedField, type PushOutcome, type RecordSource, type SentText, type Unsent } from "./session";

/** A document in memory: texts by tag and occurrence. */
class MemoryDocument implements WordDocument {
  identityNow: DocumentIdentity = { form: "reflection", scheme: "2018", record: "r1", version: 3, code: "AAAA-BBBB" };
  constructor(readonly fields: { tag: string; occurrence: number; title: string; text: string }[]) {}
  identity = () => Promise.resolve(this.identityNow);
  setIdentity = (identity: DocumentIdentity) => Promise.resolve(void (this.identityNow = identity));
  readFields = (): Promise<HostField[]> => Promise.resolve(this.fields.map((field) => ({ ...field })));
  writeFields = (changes: readonly FieldChange[]) => {
    for (const change of changes) {
      const field = this.fields.find((one) => one.tag === change.tag && one.occurrence === change.occurrence);
      if (field) field.text = change.text;
    }
    return Promise.resolve();
  };
  goTo = () => Promise.resolve();
  save = () => Promise.resolve();
  printedCodes = () => [];
  onDirty = () => Promise.resolve(() => {});
  text = (tag: string) => this.fields.find((field) => field.tag === tag)?.text;
}

const printed = (tag: string, text: string, more: Partial<PrintedField> = {}): PrintedField => ({ tag, occurrence: 0, label: tag, text, prompt: `请填写${tag}`, required: false, computed: false, ...more });

const recordOf = (fields: PrintedField[], version = 3): PaneRecord => ({
  id: "r1", version, state: "draft", sheet: "表7", title: "干部学习心得", titleEn: "Study reflection", owner: "周敏", period: "2024年度",
  comment: null, contentCode: "AAAA-BBBB", printedCode: "", scheme: "2018", formId: "reflection", editable: true, fields,
});

class MemorySource implements RecordSource {
  sent: { version: number; texts: readonly SentText[] }[] = [];
  offline = false;
  next: PushOutcome | null = null;
  constructor(public record: PaneRecord) {}
  load = () => Promise.resolve(this.record);
  push = (_: string, version: number, texts: readonly SentText[]): Promise<PushOutcome> => {
    if (this.offline) return Promise.reject(new OfflineError("offline"));
    this.sent.push({ version, texts });
    if (this.next) return Promise.resolve(this.next);
    this.record = { ...this.record, version: this.record.version + 1, fields: this.record.fields.map((field) => ({ ...field, text: texts.find((text) => text.tag === field.tag)?.text ?? field.text })) };
    return Promise.resolve({ kind: "saved", record: this.record });
  };
}

class MemoryStore {
  kept = new Map<string, Unsent>();
  get = (id: string) => this.kept.get(id) ?? null;
  set = (id: string, unsent: Unsent | null) => void (unsent ? this.kept.set(id, unsent) : this.kept.delete(id));
}

async function open(document: MemoryDocument, record: PaneRecord) {
  const source = new MemorySource(record);
  const store = new MemoryStore();
  return { session: await FillSession.open(document, source, store, document.identityNow), source, store };
}

describe("FillSession", () => {
  it("takes a prompt for an empty field, ours and Word's own", async () => {
    const document = new MemoryDocument([
      { tag: "topic", occurrence: 0, title: "题目", text: "请填写topic" },
      { tag: "insight", occurrence: 0, title: "心得", text: "单击或点击此处输入文字。" },
    ]);
    const { session, source } = await open(document, recordOf([printed("topic", ""), printed("insight", "")]));
    expect((await session.view()).map((view) => view.state)).toEqual(["empty", "empty"]);
    await session.push();
    expect(source.sent[0]?.texts.map((text) => text.text)).toEqual(["", ""]);
  });

  it("names the fields that a pull would overwrite and writes only the chosen ones", async () => {
    const document = new MemoryDocument([
      { tag: "name", occurrence: 0, title: "姓名", text: "周 敏" },
      { tag: "topic", occurrence: 0, title: "题目", text: "我的题目" },
    ]);
    const { session } = await open(document, recordOf([printed("name", "周敏"), printed("topic", "")]));
    const preview = await session.pullPreview();
    expect(preview.lines.map((line) => [line.tag, line.before, line.text])).toEqual([["name", "周 敏", "周敏"], ["topic", "我的题目", ""]]);
    await session.pull(preview.lines.slice(0, 1));
    expect(document.text("name")).toBe("周敏");
    expect(document.text("topic")).toBe("我的题目");
  });

  it("takes a pull back", async () => {
    const document = new MemoryDocument([{ tag: "name", occurrence: 0, title: "姓名", text: "旧名" }]);
    const { session } = await open(document, recordOf([printed("name", "周敏")]));
    await session.pull((await session.pullPreview()).lines);
    await session.undoPull();
    expect(document.text("name")).toBe("旧名");
    expect(session.canUndo).toBe(false);
  });

  it("writes the new version into the document after a save", async () => {
    const document = new MemoryDocument([{ tag: "topic", occurrence: 0, title: "题目", text: "新题目" }]);
    const { session, source } = await open(document, recordOf([printed("topic", "")]));
    expect((await session.push()).kind).toBe("saved");
    expect(source.sent[0]?.version).toBe(3);
    expect(document.identityNow.version).toBe(4);
  });

  it("takes a text for saved that the record spells in another way, until it is typed over", async () => {
    const document = new MemoryDocument([{ tag: "date", occurrence: 0, title: "日期", text: "2024.5.6" }]);
    const { session, source } = await open(document, recordOf([printed("date", "")]));
    source.next = { kind: "saved", record: recordOf([printed("date", "2024年5月6日")], 4) };
    await session.push();
    expect((await session.view()).map((view) => view.state)).toEqual(["same"]);
    document.fields[0]!.text = "2024.5.7";
    expect((await session.view()).map((view) => view.state)).toEqual(["changed"]);
  });

  it("keeps what could not be sent and sends it later", async () => {
    const document = new MemoryDocument([{ tag: "topic", occurrence: 0, title: "题目", text: "离线写的" }]);
    const { session, source, store } = await open(document, recordOf([printed("topic", "")]));
    source.offline = true;
    expect((await session.push()).kind).toBe("kept");
    expect(store.get("r1")?.texts[0]?.text).toBe("离线写的");
    source.offline = false;
    expect((await session.sendKept())?.kind).toBe("saved");
    expect(session.unsent).toBeNull();
  });

  it("after a conflict sends mine on top of theirs and writes theirs where chosen", async () => {
    const document = new MemoryDocument([
      { tag: "topic", occurrence: 0, title: "题目", text: "我的" },
      { tag: "place", occurrence: 0, title: "地点", text: "甲" },
    ]);
    const { session, source } = await open(document, recordOf([printed("topic", ""), printed("place", "")]));
    const newer = recordOf([printed("topic", "他的"), printed("place", "乙")], 7);
    const conflicts = [
      { tag: "topic", occurrence: 0, label: "题目", yours: "我的", theirs: "他的" },
      { tag: "place", occurrence: 0, label: "地点", yours: "甲", theirs: "乙" },
    ];
    source.next = { kind: "conflict", record: newer, conflicts };
    expect((await session.push()).kind).toBe("conflict");
    expect(document.text("topic")).toBe("我的");
    source.next = null;
    source.record = newer;
    await session.resolve(conflicts, (conflict) => conflict.tag === "topic");
    expect(document.text("place")).toBe("乙");
    expect(source.sent.at(-1)).toMatchObject({ version: 7, texts: [{ text: "我的" }, { text: "乙" }] });
  });

  it("says which fields the document lacks", async () => {
    const { session } = await open(new MemoryDocument([]), recordOf([printed("topic", "有值")]));
    expect((await session.pullPreview()).notInDocument).toEqual(["topic"]);
  });

  it("puts a refused text beside its field", async () => {
    const document = new MemoryDocument([{ tag: "date", occurrence: 0, title: "日期", text: "昨天" }]);
    const { session } = await open(document, recordOf([printed("date", "")]));
    const [view] = await session.view([{ tag: "date", occurrence: 0, message: "日期写成 2024年3月5日。", messageEn: "Write the date as 2024-03-05." }]);
    expect(view?.state).toBe("invalid");
    expect(view?.problem?.message).toContain("日期");
  });
});

describe("plain", () => {
  it("takes the hosts' line ends and trailing marks for the same text", () => {
    expect(plain("一\r二\v三 \r\n\u0007")).toBe("一\n二\n三");
  });
});
