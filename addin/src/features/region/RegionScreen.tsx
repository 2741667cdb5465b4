import { Button, Field, Text, Title3 } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { cancelJointSession, listRegions, setTheme, type JointSession, type RegionYear } from "../../api/region";
import { getScheme, type Scheme } from "../../api/scheme";
import { formatDay } from "../../shared/format";
import { useLanguage, useText } from "../../shared/text";
import { Ask } from "../../shared/ui/Ask";
import { ImeInput } from "../../shared/ui/ImeInput";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import { JointDialog } from "./JointDialog";
import styles from "./region.module.css";
import { regionText } from "./text";

interface RegionProps {
  regionId: string;
  year: number;
}

/** The region's year: its theme, and sessions that land in several schools at once. */
export default function RegionScreen({ regionId, year }: RegionProps) {
  const t = useText(regionText);
  const loaded = useLoad(`region ${regionId} ${year}`, async (signal) => {
    const [regions, scheme] = await Promise.all([listRegions(year, signal), getScheme(year)]);
    return { region: regions.find((each) => each.regionId === regionId && each.canEdit), scheme };
  });
  const [editing, setEditing] = useState<JointSession | "new" | null>(null);
  const region = loaded.data?.region;
  return (
    <Page
      title={t.title}
      lead={region && t.lead(region.name, region.schools.length)}
      actions={
        region && (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => setEditing("new")}>
            {t.add}
          </Button>
        )
      }
    >
      <Load from={loaded}>
        {({ region: own, scheme }: { region?: RegionYear; scheme: Scheme }) =>
          own ? (
            <>
              <Theme key={own.themeVersion} region={own} onSaved={loaded.reload} />
              <Sessions region={own} onEdit={setEditing} onChanged={loaded.reload} />
              {editing !== null && <JointDialog region={own} scheme={scheme} joint={editing === "new" ? null : editing} onSaved={loaded.reload} onClose={() => setEditing(null)} />}
            </>
          ) : (
            <Text>{t.none}</Text>
          )
        }
      </Load>
    </Page>
  );
}

function Theme({ region, onSaved }: { region: RegionYear; onSaved: () => void }) {
  const t = useText(regionText);
  const notify = useNotice();
  const [theme, setText] = useState(region.theme);
  const save = useAction(async () => {
    try {
      await setTheme(region, theme.trim());
      notify({ text: t.themeSaved });
    } finally {
      onSaved();
    }
  });
  return (
    <>
      <ProblemBar problem={save.error} onClose={save.clear} />
      <div className={styles["form"]}>
        <Field label={t.theme} hint={t.themeHint} className={styles["wide"]}>
          <ImeInput value={theme} onText={setText} />
        </Field>
        <Button disabled={save.busy || theme.trim() === "" || theme.trim() === region.theme} onClick={() => void save.run()}>
          {t.saveTheme}
        </Button>
      </div>
    </>
  );
}

function Sessions({ region, onEdit, onChanged }: { region: RegionYear; onEdit: (joint: JointSession) => void; onChanged: () => void }) {
  const t = useText(regionText);
  const language = useLanguage();
  const notify = useNotice();
  const [asking, setAsking] = useState<JointSession | null>(null);
  const cancel = useAction(async (joint: JointSession) => {
    try {
      await cancelJointSession(region.regionId, joint);
      notify({ text: t.cancelled });
    } finally {
      setAsking(null);
      onChanged();
    }
  });
  const names = (joint: JointSession) =>
    region.schools
      .filter((school) => joint.schoolIds.includes(school.id))
      .map((school) => (joint.heldIn.includes(school.id) ? `${school.name}（${t.held}）` : school.name))
      .join("、");
  return (
    <section className={styles["section"]} aria-labelledby="joint-sessions">
      <Title3 as="h2" id="joint-sessions">
        {t.sessions}
      </Title3>
      <ProblemBar problem={cancel.error} onClose={cancel.clear} />
      {region.sessions.length === 0 ? (
        <Text>{t.noSessions}</Text>
      ) : (
        <Table
          label={t.sessions}
          rows={region.sessions}
          rowKey={(joint) => joint.id}
          columns={[
            { key: "date", header: t.date, nowrap: true, cell: (joint) => formatDay(joint.date, language) },
            { key: "topic", header: t.topic, heads: true, cell: (joint) => joint.topic },
            { key: "place", header: t.place, cell: (joint) => joint.place },
            { key: "lecturer", header: t.lecturer, cell: (joint) => joint.lecturer },
            { key: "schools", header: t.schools, cell: names },
            {
              key: "actions",
              header: <span className="visually-hidden">{t.edit}</span>,
              nowrap: true,
              cell: (joint) => (
                <>
                  <Button size="small" appearance="subtle" aria-label={`${t.edit} ${joint.topic}`} onClick={() => onEdit(joint)}>
                    {t.edit}
                  </Button>
                  {joint.heldIn.length === 0 && (
                    <Button size="small" appearance="subtle" aria-label={`${t.cancel} ${joint.topic}`} onClick={() => setAsking(joint)}>
                      {t.cancel}
                    </Button>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
      {asking && (
        <Ask open title={t.cancelTitle} confirm={t.cancel} busy={cancel.busy} onClose={() => setAsking(null)} onConfirm={() => void cancel.run(asking)}>
          <Text>{t.cancelLead(asking.topic, asking.schoolIds.length)}</Text>
        </Ask>
      )}
    </section>
  );
}
