import { Button, Text, Title3 } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { listGrants, removeGrant, type Grant } from "../../api/administration";
import { useText } from "../../shared/text";
import { Ask } from "../../shared/ui/Ask";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import { words } from "../../shared/words";
import styles from "./administration.module.css";
import { GrantDialog } from "./GrantDialog";
import { Logins } from "./Logins";
import { administrationText, roleWord } from "./text";

/** Who may do what, and who signs in as whom; the bureau reads, the administrator writes. */
export default function AccessScreen({ mayEdit }: { mayEdit: boolean }) {
  const t = useText(administrationText);
  const common = useText(words);
  const notify = useNotice();
  const grants = useLoad("grants", listGrants);
  const [adding, setAdding] = useState(false);
  const [removing, setRemoving] = useState<Grant | null>(null);
  const remove = useAction(async (grant: Grant) => {
    setRemoving(null);
    await removeGrant(grant.id);
    notify({ text: t.roleTaken(grant.name) });
    grants.reload();
  });
  const scope = (grant: Grant) => grant.schoolName ?? grant.regionName ?? t.wholeDistrict;
  return (
    <Page title={t.accessTitle} lead={t.accessLead}>
      <ProblemBar problem={remove.error} onClose={remove.clear} />
      <section className={styles["section"]} aria-labelledby="grants">
        <div className={styles["bar"]}>
          <Title3 as="h2" id="grants">
            {t.grants}
          </Title3>
          {mayEdit && (
            <Button icon={<AddRegular />} onClick={() => setAdding(true)}>
              {t.addGrant}
            </Button>
          )}
        </div>
        <Text>{t.grantsLead}</Text>
        <Load from={grants}>
          {(all) => (
            <Table
              label={t.grants}
              rows={all}
              rowKey={(grant) => grant.id}
              columns={[
                { key: "name", header: common.name, heads: true, cell: (grant) => grant.name },
                { key: "role", header: t.role, cell: (grant) => roleWord(grant.role, t), nowrap: true },
                { key: "scope", header: t.scope, cell: scope },
                { key: "login", header: t.login, cell: (grant) => grant.login ?? t.noLogin, nowrap: true },
                {
                  key: "actions",
                  header: <span className="visually-hidden">{t.take}</span>,
                  nowrap: true,
                  cell: (grant) =>
                    mayEdit && (
                      <Button size="small" appearance="subtle" disabled={remove.busy} aria-label={`${t.take} ${grant.name} ${roleWord(grant.role, t)} ${scope(grant)}`} onClick={() => setRemoving(grant)}>
                        {t.take}
                      </Button>
                    ),
                },
              ]}
            />
          )}
        </Load>
      </section>
      <Logins mayEdit={mayEdit} />
      {adding && <GrantDialog onClose={() => setAdding(false)} onSaved={grants.reload} />}
      <Ask open={removing !== null} title={removing ? t.takeTitle(removing.name, roleWord(removing.role, t), scope(removing)) : ""} confirm={t.take} onConfirm={() => removing && void remove.run(removing)} onClose={() => setRemoving(null)}>
        {t.takeLead}
      </Ask>
    </Page>
  );
}
