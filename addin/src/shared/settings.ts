/** Small choices that outlive a reload. A private window may refuse storage; then the choice lasts as long as the page. */
export function readSetting(key: string): string | null {
  try {
    return localStorage.getItem(`cadredocs.${key}`);
  } catch {
    return null;
  }
}

export function writeSetting(key: string, value: string): void {
  try {
    localStorage.setItem(`cadredocs.${key}`, value);
  } catch {
    // Refused: nothing to do.
  }
}

/** What was typed and not yet saved, for this tab only; it survives a new sign-in and a reload. */
export const drafts = {
  read<T>(key: string): T | null {
    try {
      const text = sessionStorage.getItem(`cadredocs.draft.${key}`);
      return text === null ? null : (JSON.parse(text) as T);
    } catch {
      return null;
    }
  },
  write(key: string, value: unknown): void {
    try {
      sessionStorage.setItem(`cadredocs.draft.${key}`, JSON.stringify(value));
    } catch {
      // Refused or full: the page still holds it.
    }
  },
  remove(key: string): void {
    try {
      sessionStorage.removeItem(`cadredocs.draft.${key}`);
    } catch {
      // Nothing was kept.
    }
  },
};
