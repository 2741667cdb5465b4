/** What the sheet's protection was when an act began. */
export interface LoadedProtection {
  readonly sheet: Excel.Worksheet;
  readonly state: Excel.WorksheetProtection;
}

export function loadProtection(sheet: Excel.Worksheet): LoadedProtection {
  return { sheet, state: sheet.protection.load("protected,options") };
}

/** Some hosts give options with null members and refuse them when they come back (#1931). */
const givenOnly = (options: Excel.WorksheetProtectionOptions): Excel.WorksheetProtectionOptions =>
  Object.fromEntries(Object.entries(options).filter(([name, value]) => value !== null && value !== undefined && !name.startsWith("@")));

/**
 * Does the work in one sync. Where the sheet is protected and the work needs it open, it is opened, written and protected again with the same
 * options within the one batch; should the batch fail half-way, the sheet is protected before the failure is told.
 * The state is asked first because hosts refuse to protect what is protected and to open what is open (#6784).
 */
export async function guarded(context: Excel.RequestContext, { sheet, state }: LoadedProtection, needsOpen: boolean, work: () => void): Promise<void> {
  if (!state.protected || !needsOpen) {
    work();
    await context.sync();
    return;
  }
  const options = givenOnly(state.options);
  sheet.protection.unprotect();
  work();
  sheet.protection.protect(options);
  try {
    await context.sync();
  } catch (reason) {
    await protectAgain(context, sheet, options);
    throw reason;
  }
}

async function protectAgain(context: Excel.RequestContext, sheet: Excel.Worksheet, options: Excel.WorksheetProtectionOptions): Promise<void> {
  const state = sheet.protection.load("protected");
  await context.sync();
  if (state.protected) return;
  sheet.protection.protect(options);
  await context.sync();
}
