import { beginCodeFlow, finishCodeFlow, ProviderRefusal, type Provider } from "../../api/codeFlow";
import { getPaneSettings } from "../../api/texts";
import { officeReady, tellPane } from "../../office/auth";
import type { DialogAnswer } from "./ways";

/** The wishes that the pane may put into the dialog's address. */
const wishes = ["claims", "prompt"];

/** The dialog's page: goes to the provider, comes back here and hands the token to the pane. */
async function signIn(): Promise<void> {
  await officeReady();
  const { authority, clientId, scope, resource } = await getPaneSettings();
  if (!authority || !clientId || !scope) throw new ProviderRefusal("no-provider");
  const provider: Provider = { authority, clientId, scope, resource, redirect: `${location.origin}/sign-in-dialog.html` };
  const query = new URLSearchParams(location.search);
  if (query.has("code") || query.has("error")) tell({ token: await finishCodeFlow(provider, query) });
  else location.assign(await beginCodeFlow(provider, Object.fromEntries([...query].filter(([name]) => wishes.includes(name)))));
}

const tell = (answer: DialogAnswer): void => tellPane(JSON.stringify(answer));

signIn().catch((reason: unknown) => {
  const message = document.getElementById("message");
  if (message) message.textContent = "登录没有完成。请关闭此窗口后重试；如仍不行，请联系管理员。 Signing in did not finish. Close this window and try again, or ask your administrator.";
  tell({ refused: reason instanceof ProviderRefusal ? reason.code : "unknown" });
});
