/** The sign-in calls of Office itself. Tokens are given to the caller and kept nowhere. */

/** Name to hint the provider with; null where the host does not tell. */
export async function loginHint(): Promise<string | null> {
  const auth = Office.auth as typeof Office.auth & { getAuthContext?: () => Promise<{ userPrincipalName?: string }> };
  try {
    return (await auth.getAuthContext?.())?.userPrincipalName ?? null;
  } catch {
    return null;
  }
}

/** The older silent sign-in (IdentityAPI 1.3), the only one of Office LTSC 2021. */
export const officeToken = (): Promise<string> => Office.auth.getAccessToken({ allowSignInPrompt: true, allowConsentPrompt: true });

/** Opens a page of our own origin in Office's dialog and gives what it sends back; null when the person closed it. */
export function askInDialog(address: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    // Never displayInIframe: providers refuse to be framed.
    Office.context.ui.displayDialogAsync(address, { height: 60, width: 30 }, (opened) => {
      if (opened.status !== Office.AsyncResultStatus.Succeeded) {
        reject(new Error(opened.error.message));
        return;
      }
      const dialog = opened.value;
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (message) => {
        dialog.close();
        resolve("message" in message ? message.message : null);
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, () => resolve(null));
    });
  });
}

/** From inside the dialog: hands the result to the pane. */
export const tellPane = (message: string): void => Office.context.ui.messageParent(message);

export const officeReady = (): Promise<unknown> => Office.onReady();
