import type { HostAbilities } from "./ports";

/** Sets the pane can make use of, newest version first; the floor works without any of them but the last of each. */
const asked: Readonly<Record<string, readonly string[]>> = {
  WordApi: ["1.9", "1.8", "1.7", "1.5", "1.4", "1.3", "1.1"],
  ExcelApi: ["1.17", "1.14", "1.8", "1.7", "1.5", "1.1"],
  CustomXmlParts: ["1.1"],
  NestedAppAuth: ["1.1"],
  IdentityAPI: ["1.3"],
  DialogApi: ["1.2", "1.1"],
};

/**
 * Waits for Office.js and says where we are; null in a plain browser or where the script did not load.
 * Office.js takes history.pushState away; the pane uses hash routes and does not miss it.
 */
export async function findHost(waitMs = 8000): Promise<HostAbilities | null> {
  if (typeof Office === "undefined") return null;
  const info = await Promise.race([
    Office.onReady(),
    new Promise<null>((give) => setTimeout(() => give(null), waitMs)),
  ]);
  if (!info?.host) return null;
  const host = info.host === Office.HostType.Word ? "Word" : info.host === Office.HostType.Excel ? "Excel" : null;
  if (!host) return null;
  const sets = Object.fromEntries(
    Object.entries(asked).map(([name, versions]) => [name, versions.find((version) => Office.context.requirements.isSetSupported(name, version)) ?? null]),
  );
  return { host, platform: String(info.platform ?? ""), version: Office.context.diagnostics?.version ?? "", sets };
}

/** Language of Office's interface, such as zh-CN. */
export const officeLanguage = (): string => Office.context.displayLanguage ?? "zh-CN";

/** True where Office shows a dark theme; false where it does not say. */
export const officeIsDark = (): boolean => {
  const theme = Office.context.officeTheme as (Office.OfficeTheme & { isDarkTheme?: boolean }) | undefined;
  return theme?.isDarkTheme ?? false;
};

/** Prefix of this pane's storage: browsers part the storage of framed pages, Office names the part. */
export const officePartition = (): string => (Office.context as typeof Office.context & { partitionKey?: string }).partitionKey ?? "";
