/** What somebody says of the content code (内容码) on a scan. */
export interface SaidCode {
  contentCode?: string;
  /** The sheet carries none; the person vouches for the match. */
  withoutCode?: boolean;
}

// Crockford's alphabet, as the service prints it.
const pattern = /(?<![0-9A-Z])[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}(?![0-9A-Z])/;

/** The content code in a file's name; empty where there is none. */
export const codeIn = (name: string): string => pattern.exec(name.toUpperCase())?.[0] ?? "";
