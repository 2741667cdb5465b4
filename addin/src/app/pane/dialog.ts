import { getPaneSettings } from "../../api/texts";
import { officeReady, tellPane } from "../../office/auth";

/** The dialog's page: signs in by redirect on our own origin and hands the token to the pane. */
async function signIn(): Promise<void> {
  await officeReady();
  const settings = await getPaneSettings();
  if (!settings.clientId || !settings.authority || !settings.scope) throw new Error("no provider");
  const { createStandardPublicClientApplication } = await import("@azure/msal-browser");
  const application = await createStandardPublicClientApplication({
    auth: { clientId: settings.clientId, authority: settings.authority, redirectUri: `${location.origin}/sign-in-dialog.html`, ...(settings.knownAuthorities.length > 0 ? { knownAuthorities: settings.knownAuthorities } : {}) },
    cache: { cacheLocation: "sessionStorage" },
  });
  const result = await application.handleRedirectPromise();
  if (result) tellPane(result.accessToken);
  else await application.acquireTokenRedirect({ scopes: [settings.scope] });
}

signIn().catch(() => {
  const message = document.getElementById("message");
  if (message) message.textContent = "登录没有完成。请关闭此窗口后重试；如仍不行，请联系管理员。 Signing in did not finish. Close this window and try again, or ask your administrator.";
});
