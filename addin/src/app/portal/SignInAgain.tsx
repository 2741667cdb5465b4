import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { getSession, signInAddress, signInForDevelopment, type Session } from "../../api/session";
import { onSignedOut } from "../../api/transport";
import { useText } from "../../shared/text";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { useAction } from "../../shared/useAction";
import { listenForSignIn, signedInReturn } from "./signedIn";
import { portalText } from "./text";

interface SignInAgainProps {
  session: Session;
  person: { id: string; name: string };
  onSession: (session: Session) => void;
}

/** Stands over the page when the session has ended; the screen below keeps everything, and the refused call is sent again. */
export function SignInAgain({ session, person, onSession }: SignInAgainProps) {
  const t = useText(portalText);
  const [open, setOpen] = useState(false);
  const waiting = useRef<{ resume: () => void; giveUp: (reason: Error) => void } | null>(null);

  const finish = (next: Session) => {
    if (next.person === null) return;
    setOpen(false);
    // What one person typed is never sent in the name of another.
    if (next.person.id === person.id) waiting.current?.resume();
    else {
      waiting.current?.giveUp(new Error("Somebody else signed in."));
      onSession(next);
    }
    waiting.current = null;
  };
  const again = useAction(async () => finish(await signInForDevelopment(person.id)));
  const check = useAction(async () => finish(await getSession()));
  const latestCheck = useRef(check.run);
  useEffect(() => {
    latestCheck.current = check.run;
  });

  useEffect(() => {
    onSignedOut(
      () =>
        new Promise<void>((resume, giveUp) => {
          waiting.current = { resume, giveUp };
          setOpen(true);
        }),
    );
    return listenForSignIn(() => waiting.current && void latestCheck.current());
  }, []);

  return (
    <Dialog open={open} modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t.signedOut}</DialogTitle>
          <DialogContent>
            <p>{t.signedOutLead(person.name)}</p>
            <ProblemBar problem={again.error ?? check.error} />
            {session.signIn.includes("oidc") && <p>{t.signInWindow}</p>}
          </DialogContent>
          <DialogActions fluid>
            {session.signIn.includes("oidc") && (
              <Button appearance="primary" onClick={() => window.open(signInAddress(signedInReturn), "cadredocs-sign-in", "width=520,height=680")}>
                {t.openSignIn}
              </Button>
            )}
            {session.signIn.includes("development") && (
              <Button appearance={session.signIn.includes("oidc") ? "secondary" : "primary"} disabled={again.busy} onClick={() => void again.run()}>
                {t.signInAs(person.name)}
              </Button>
            )}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
