import type { Page } from "@playwright/test";

const item = (id: string, path: string, code: string, message: string, messageEn: string, canReplace = false) => ({
  id, path, kind: "docx", state: canReplace ? "conflict" : "failed", recordId: id, sizeBytes: 18_000, attempts: 1, nextTry: null, code, message, messageEn, canReplace,
});

const folder = "宝山区/青禾小学/2024年度/二、干部个人自培档案袋/司徒景行";

/** A filing in the midst of everything at once, which a folder on this machine does not bring about: a pause, a refusal, a conflict. */
const busyFiling = {
  id: "busy", schoolId: "s-qinghe", year: 2024, state: "running", total: 154, done: 61, alreadyFiled: 12, failed: 2, bytes: 48_300_000, filesPerSecond: 3.4, bytesPerSecond: 2_900_000,
  waitingUntil: "2024-12-30T02:05:00Z", waiting: "文件库要求放慢（429）：到时间后自动继续，不用处理。", waitingEn: "The library asks to slow down (429): filing goes on by itself when the time is over.",
  createdAt: "2024-12-30T01:55:00Z", endedAt: null,
  sending: [{ path: `${folder}/4．干部专题讲座（表8）-讲座录像.mp4`, sentBytes: 104_857_600, sizeBytes: 250_000_000 }],
  waitingFiles: [
    { ...item("three", `${folder}/2．学期岗位工作总结-2023学年第二学期.docx`, "locked", "文件正在 Word 中打开（最后修改人：祝榕）：请其关闭；每隔几分钟自动重试。", "The file is open in Word (last changed by 祝榕): ask them to close it; filing tries again every few minutes."), state: "planned", attempts: 2, nextTry: "2024-12-30T02:08:00Z", person: "祝榕" },
  ],
  problems: [
    item("one", `${folder}/9．干部各类培训学分汇总（表12）-证书-区级骨干教师研修班结业证书扫描件.pdf`, "malware", "文件库认为该文件含病毒，已拒收：请本人检查并重新上传。", "The library takes the file for malware and refuses it: let its owner check it and upload it again."),
    item("two", `${folder}/3．干部学习心得（表7）.docx`, "something-else-there", "文件库中该位置已有另一份文件，或有人改动过（最后修改人：祝榕）：请核对；以记录为准请选“替换”。", "Another file is at this place in the library, or someone changed it (last by 祝榕): compare; choose Replace if the record shall win.", true),
  ],
};

/** Shows that filing as the school's newest. */
export async function showBusyFiling(page: Page): Promise<void> {
  await page.route(/\/api\/schools\/[^/]+\/filings\?/, (route) => route.fulfill({ json: [busyFiling] }));
  await page.route(/\/api\/filings\/busy\/events/, (route) => route.fulfill({ contentType: "text/event-stream", body: `event: progress\ndata: ${JSON.stringify(busyFiling)}\n\n` }));
  await page.route(/\/api\/filings\/busy\/items/, (route) => route.fulfill({ json: busyFiling.problems }));
}

const why = {
  message: "宝山区/云帆中学/2024年度/二、干部个人自培档案袋/柳如絮：没有设置权限的许可：归档只需要 write，设置权限还需要 fullcontrol。请管理员授予，或在 SharePoint 中按说明手工设置；已完成的部分只有收紧，没有放宽。",
  messageEn: "宝山区/云帆中学/2024年度/二、干部个人自培档案袋/柳如絮: Setting rights is not permitted: filing needs 'write', setting rights needs 'fullcontrol' on this site. Let an administrator grant it.",
};

/** Rights that could not be set in SharePoint, until they are set again. */
export async function showFailedRights(page: Page): Promise<void> {
  let good = false;
  const view = () => ({
    settable: true, checkedAt: good ? "2024-12-30T02:10:00Z" : "2024-12-30T01:10:00Z", good,
    notes: good ? [{ good, message: "37个文件夹和文件的权限与规定一致。", messageEn: "The rights of 37 folders and files are as they shall be." }] : [{ good, ...why }],
    passes: [{ id: "one", personId: "p0001", name: "方以智", until: "2024-12-31T16:00:00Z", over: false }, { id: "two", personId: "p0009", name: "欧阳静远", until: "2024-12-01T16:00:00Z", over: true }],
    reviewers: [{ personId: "p0001", name: "方以智" }],
  });
  await page.route(/\/api\/schools\/[^/]+\/library\/rights$/, async (route) => {
    const before = view();
    if (route.request().method() === "POST") good = true;
    await route.fulfill({ status: route.request().method() === "POST" ? 202 : 200, json: route.request().method() === "POST" ? before : view() });
  });
  await page.route(/\/api\/library\/state$/, (route) =>
    route.fulfill({ json: { checkedAt: "2024-12-30T02:00:00Z", troubles: [{ schools: ["s-yunfan", "s-qinghe"], message: `权限没有设置好：${why.message}`, messageEn: `The rights are not set: ${why.messageEn}` }] } }),
  );
}
