import { defineText } from "../../shared/text";

export const paneShellText = defineText(
  {
    connecting: "正在连接 Office…",
    noOffice: "这个页面要在 Word 或 Excel 的窗格里打开",
    noOfficeLead: "没有找到 Office。没有窗格也能做完全部工作：在网页上下载、填写、上传。",
    openPortal: "打开网页版",
    notKnown: "您的账号还不能使用本平台",
    notKnownLead: "Office 已登录，但这个账号不在名册中，或没有本平台的权限。请联系本校书记或区级管理员；处理好后点“重试”。",
    notOurs: "打开的文档不是本平台的表格",
    notOursLead: "可在下面选择一份应交材料，下载后在 Word 中打开，这里会自动显示。",
    oldDocument: "这份文档在平台上找不到对应的材料",
    oldDocumentLead: "它可能属于别人，或已被删除。请从“本人应交材料”重新下载。",
  },
  {
    connecting: "Connecting to Office…",
    noOffice: "This page belongs into the pane of Word or Excel",
    noOfficeLead: "Office was not found. Everything also works without the pane: download, fill and upload in the portal.",
    openPortal: "Open the portal",
    notKnown: "Your account cannot use this platform yet",
    notKnownLead: "Office has signed you in, but this account is not in the roster or has no right to this platform. Ask your school's secretary or the district's administrator, then try again.",
    notOurs: "The open document is not one of our forms",
    notOursLead: "Choose a duty below, download it and open it in Word; it will show up here.",
    oldDocument: "The platform has no paper for this document",
    oldDocumentLead: "It may belong to somebody else, or was deleted. Download it again from your duties.",
  },
);
