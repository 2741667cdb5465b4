import { Button, Field, Select, Text, Title3 } from "@fluentui/react-components";
import { AddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { getDistrict, removeRegion, removeSchool, saveRegion, saveSchool, type DistrictSchool, type EditDistrictSchool, type Region } from "../../api/administration";
import { useText } from "../../shared/text";
import { FormDialog } from "../../shared/ui/FormDialog";
import { ImeInput } from "../../shared/ui/ImeInput";
import { Load } from "../../shared/ui/Loading";
import { useNotice } from "../../shared/ui/Notices";
import { Page } from "../../shared/ui/Page";
import { ProblemBar } from "../../shared/ui/ProblemBar";
import { Table } from "../../shared/ui/Table";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import { words } from "../../shared/words";
import styles from "./administration.module.css";
import { administrationText, stages, stageWord } from "./text";

/** Regions and schools of the district; the bureau reads, the administrator writes. */
export default function DistrictScreen() {
  const t = useText(administrationText);
  const common = useText(words);
  const district = useLoad("district", getDistrict);
  const [region, setRegion] = useState<Region | "new" | null>(null);
  const [school, setSchool] = useState<DistrictSchool | "new" | null>(null);
  const remove = useAction(async (act: () => Promise<unknown>) => {
    await act();
    district.reload();
  });
  return (
    <Page title={t.districtTitle} lead={district.data && t.districtLead(district.data.regions.length, district.data.schools.length)}>
      <ProblemBar problem={remove.error} onClose={remove.clear} />
      <Load from={district}>
        {({ regions, schools, canEdit }) => (
          <>
            <section className={styles["section"]} aria-labelledby="regions">
              <div className={styles["bar"]}>
                <Title3 as="h2" id="regions">
                  {t.regions}
                </Title3>
                {canEdit && (
                  <Button icon={<AddRegular />} onClick={() => setRegion("new")}>
                    {t.addRegion}
                  </Button>
                )}
              </div>
              {regions.length === 0 ? (
                <Text>{t.noRegion}</Text>
              ) : (
                <Table
                  label={t.regions}
                  rows={regions}
                  rowKey={(each) => each.id}
                  columns={[
                    { key: "code", header: t.code, cell: (each) => each.code, nowrap: true },
                    { key: "name", header: t.regionName, heads: true, cell: (each) => each.name },
                    { key: "schools", header: t.schools, align: "end", cell: (each) => each.schools },
                    {
                      key: "actions",
                      header: <span className="visually-hidden">{t.edit}</span>,
                      nowrap: true,
                      cell: (each) =>
                        canEdit && (
                          <>
                            <Button size="small" appearance="subtle" aria-label={`${t.edit} ${each.name}`} onClick={() => setRegion(each)}>
                              {t.edit}
                            </Button>
                            {each.schools === 0 && (
                              <Button size="small" appearance="subtle" disabled={remove.busy} aria-label={`${t.remove} ${each.name}`} onClick={() => void remove.run(() => removeRegion(each.id))}>
                                {t.remove}
                              </Button>
                            )}
                          </>
                        ),
                    },
                  ]}
                />
              )}
            </section>
            <section className={styles["section"]} aria-labelledby="schools">
              <div className={styles["bar"]}>
                <Title3 as="h2" id="schools">
                  {t.schools}
                </Title3>
                {canEdit && regions.length > 0 && (
                  <Button icon={<AddRegular />} onClick={() => setSchool("new")}>
                    {t.addSchool}
                  </Button>
                )}
              </div>
              {schools.length === 0 ? (
                <Text>{t.noSchool}</Text>
              ) : (
                <Table
                  label={t.schools}
                  rows={schools}
                  rowKey={(each) => each.id}
                  columns={[
                    { key: "code", header: t.code, cell: (each) => each.code, nowrap: true },
                    { key: "name", header: common.school, heads: true, cell: (each) => each.name },
                    { key: "stage", header: t.stage, cell: (each) => stageWord(each.stage, t), nowrap: true },
                    { key: "region", header: t.regionName, cell: (each) => each.regionName },
                    { key: "secretaries", header: t.secretaries, cell: (each) => each.secretaries.join("、") || t.nobodyYet },
                    { key: "cadres", header: t.cadres, align: "end", cell: (each) => each.cadres },
                    {
                      key: "actions",
                      header: <span className="visually-hidden">{t.edit}</span>,
                      nowrap: true,
                      cell: (each) =>
                        canEdit && (
                          <>
                            <Button size="small" appearance="subtle" aria-label={`${t.edit} ${each.name}`} onClick={() => setSchool(each)}>
                              {t.edit}
                            </Button>
                            {each.cadres === 0 && (
                              <Button size="small" appearance="subtle" disabled={remove.busy} aria-label={`${t.remove} ${each.name}`} onClick={() => void remove.run(() => removeSchool(each.id))}>
                                {t.remove}
                              </Button>
                            )}
                          </>
                        ),
                    },
                  ]}
                />
              )}
            </section>
            {region !== null && <RegionDialog region={region === "new" ? null : region} onClose={() => setRegion(null)} onSaved={district.reload} />}
            {school !== null && <SchoolDialog school={school === "new" ? null : school} regions={regions} onClose={() => setSchool(null)} onSaved={district.reload} />}
          </>
        )}
      </Load>
    </Page>
  );
}

interface DialogProps {
  onClose: () => void;
  onSaved: () => void;
}

function RegionDialog({ region, onClose, onSaved }: DialogProps & { region: Region | null }) {
  const t = useText(administrationText);
  const notify = useNotice();
  const [code, setCode] = useState(region?.code ?? "");
  const [name, setName] = useState(region?.name ?? "");
  const save = useAction(async () => {
    await saveRegion(region?.id ?? null, { code, name });
    notify({ text: t.saved(name.trim()) });
    onSaved();
    onClose();
  });
  return (
    <FormDialog title={region ? t.editTitle(region.name) : t.addRegion} save={save} incomplete={code.trim() === "" || name.trim() === ""} onClose={onClose}>
      <div className={styles["fields"]}>
        <Field label={t.code} required>
          <ImeInput value={code} onText={setCode} />
        </Field>
        <Field label={t.regionName} required>
          <ImeInput value={name} onText={setName} />
        </Field>
      </div>
    </FormDialog>
  );
}

function SchoolDialog({ school, regions, onClose, onSaved }: DialogProps & { school: DistrictSchool | null; regions: readonly Region[] }) {
  const t = useText(administrationText);
  const common = useText(words);
  const notify = useNotice();
  const [values, setValues] = useState<EditDistrictSchool>({
    code: school?.code ?? "",
    name: school?.name ?? "",
    stage: school?.stage ?? "primary",
    regionId: school?.regionId ?? regions[0]?.id ?? "",
  });
  const put = (part: Partial<EditDistrictSchool>) => setValues((old) => ({ ...old, ...part }));
  const save = useAction(async () => {
    await saveSchool(school, values);
    notify({ text: t.saved(values.name.trim()) });
    onSaved();
    onClose();
  });
  return (
    <FormDialog title={school ? t.editTitle(school.name) : t.addSchool} save={save} incomplete={values.code.trim() === "" || values.name.trim() === ""} onClose={onClose}>
      <div className={styles["fields"]}>
        <Field label={t.code} required hint={t.codeHint}>
          <ImeInput value={values.code} onText={(code) => put({ code })} />
        </Field>
        <Field label={common.school} required hint={school ? t.renameHint : undefined}>
          <ImeInput value={values.name} onText={(name) => put({ name })} />
        </Field>
        <Field label={t.stage} required>
          <Select value={values.stage} onChange={(_, data) => put({ stage: data.value })}>
            {stages.map((stage) => (
              <option key={stage} value={stage}>
                {stageWord(stage, t)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t.regionName} required>
          <Select value={values.regionId} onChange={(_, data) => put({ regionId: data.value })}>
            {regions.map((region) => (
              <option key={region.id} value={region.id}>
                {region.name}
              </option>
            ))}
          </Select>
        </Field>
      </div>
    </FormDialog>
  );
}
