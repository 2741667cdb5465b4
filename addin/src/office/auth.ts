/** The sign-in calls of Office itself. Tokens are given to the caller and kept nowhere. */

/** A sign-in call that Office refused, by Office's own number: 13xxx of getAccessToken, 12xxx of the dialog. */
export class OfficeSignInError extends Error {
  override name = "OfficeSignInError";

  constructor(readonly code: number) {
    super(`Office ${code}`);
  }
}

/** The person closed the dialog. */
const dialogClosed = 12006;

const numberOf = (reason: unknown): number => {
  const code: unknown = typeof reason === "object" && reason !== null && "code" in reason ? reason.code : undefined;
  return typeof code === "number" ? code : 0;
};

/** Name to hint the provider with; null where the host does not tell. */
export async function loginHint(): Promise<string | null> {
  const auth = Office.auth as typeof Office.auth & { getAuthContext?: () => Promise<{ userPrincipalName?: string }> };
  try {
    return (await auth.getAuthContext?.())?.userPrincipalName ?? null;
  } catch {
    return null;
  }
}

/** The older silent sign-in (IdentityAPI 1.3), the only one of Office LTSC 2021. Rejects with OfficeSignInError. */
export async function officeToken(claims: string | null): Promise<string> {
  try {
    return await Office.auth.getAccessToken({ allowSignInPrompt: true, allowConsentPrompt: true, ...(claims ? { authChallenge: claims } : {}) });
  } catch (reason) {
    throw new OfficeSignInError(numberOf(reason));
  }
}

/** Opens a page of our own origin in Office's dialog and gives what it sends back. Rejects with OfficeSignInError. */
export function askInDialog(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    // Never displayInIframe: providers refuse to be framed.
    Office.context.ui.displayDialogAsync(address, { height: 60, width: 30 }, (opened) => {
      if (opened.status !== Office.AsyncResultStatus.Succeeded) {
        reject(new OfficeSignInError(numberOf(opened.error)));
        return;
      }
      const dialog = opened.value;
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (message) => {
        // The provider's pages were shown in the same window; only ours may answer. Older hosts do not tell the origin and pass our own pages' messages only.
        if ("origin" in message && message.origin && message.origin !== location.origin) return;
        dialog.close();
        if ("message" in message) resolve(message.message);
        else reject(new OfficeSignInError(message.error));
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => reject(new OfficeSignInError("error" in event ? event.error : dialogClosed)));
    });
  });
}

/** From inside the dialog: hands the result to the pane. */
export const tellPane = (message: string): void => Office.context.ui.messageParent(message);

export const officeReady = (): Promise<unknown> => Office.onReady();
