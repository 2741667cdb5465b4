/** Requirement sets by Office version, from Microsoft's published tables. */
export const levels = {
  LTSC2021: { WordApi: "1.3", ExcelApi: "1.14", CustomXmlParts: "1.1", IdentityAPI: "1.3", DialogApi: "1.2" },
  LTSC2024: { WordApi: "1.8", ExcelApi: "1.17", CustomXmlParts: "1.1", IdentityAPI: "1.3", DialogApi: "1.2" },
  Web: { WordApi: "1.9", ExcelApi: "1.21", CustomXmlParts: "1.1", IdentityAPI: "1.3", DialogApi: "1.2", NestedAppAuth: "1.1" },
  M365: { WordApi: "1.9", ExcelApi: "1.21", CustomXmlParts: "1.1", IdentityAPI: "1.3", DialogApi: "1.2", NestedAppAuth: "1.1" },
} as const satisfies Record<string, Record<string, string>>;

export type Level = keyof typeof levels;

/** Behaviours reported of real hosts, each named after its report in the Office.js tracker. */
export interface Quirks {
  /** #5597, #4351: desktop raises onDataChanged only on leaving a control. */
  dataChangedOnExit?: boolean;
  /** #2833: save() resolves before the file is on disk. */
  saveResolvesEarly?: boolean;
  /** #1515: an emptied control shows Word's own prompt, not the template's. */
  defaultPrompt?: boolean;
  /** #6865: Replace over a date picker is refused on the web. */
  datePickerNotAllowed?: boolean;
  /** Documented to be there, tried by nobody here: Word does not list the controls of headers and footers. */
  footersUnseen?: boolean;
  /** A new document cannot be opened: a browser holds the tab back. */
  newDocumentDenied?: boolean;
  /** Headers and footers cannot be written, as in a document that is locked for editing elsewhere. */
  footersLocked?: boolean;
  /** #2476: document.url is empty at load. */
  emptyUrl?: boolean;
  /** Every row of a repeating section stands in a control of its own, as after a repeating-section edit or in WPS. */
  rowControlsWrapped?: boolean;
  /** A co-author's text comes in while the host saves (its event says Remote). */
  coAuthorEditsWhileSaving?: boolean;
  /** #420, #3888, #4066: a choice from a validation list raises no onChanged. */
  listChoiceSilent?: boolean;
  /** #6784: protect() on a protected sheet and unprotect() on an open one throw AccessDenied. */
  protectTwiceDenied?: boolean;
  /** #1931: protection.options comes with null members, which protect() refuses. */
  nullProtectionOptions?: boolean;
  /** #2135: a table on a protected sheet cannot be filtered, even where the sheet allows it. */
  filterDeniedWhenProtected?: boolean;
  /** The key columns are locked, as in a workbook that somebody protected anew. */
  keysLocked?: boolean;
  /** Office shows a dark theme. */
  dark?: boolean;
  /** Office speaks English. */
  english?: boolean;
}

export function isSupported(level: Level, set: string, wanted: string): boolean {
  const has = (levels[level] as Record<string, string>)[set];
  if (!has) return false;
  const [hasMajor = 0, hasMinor = 0] = has.split(".").map(Number);
  const [major = 0, minor = 0] = wanted.split(".").map(Number);
  return hasMajor > major || (hasMajor === major && hasMinor >= minor);
}
