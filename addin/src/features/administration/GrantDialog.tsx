import { Button, Field, Radio, RadioGroup, Select, Text } from "@fluentui/react-components";
import { useState } from "react";
import { addGrant, getDistrict, listLogins, type LoginLine } from "../../api/administration";
import { useText } from "../../shared/text";
import { FormDialog } from "../../shared/ui/FormDialog";
import { ImeInput } from "../../shared/ui/ImeInput";
import { useNotice } from "../../shared/ui/Notices";
import { useAction } from "../../shared/useAction";
import { useLoad } from "../../shared/useLoad";
import { words } from "../../shared/words";
import styles from "./administration.module.css";
import { administrationText, grantable, roleWord } from "./text";

/** Gives somebody a role: whom, which, where. */
export function GrantDialog({ onClose, onSaved }: { onClose: () => void; onSaved: () => void }) {
  const t = useText(administrationText);
  const common = useText(words);
  const notify = useNotice();
  const district = useLoad("district", getDistrict);
  const [query, setQuery] = useState("");
  const [found, setFound] = useState<LoginLine[] | null>(null);
  const [personId, setPersonId] = useState("");
  const [role, setRole] = useState<(typeof grantable)[number]>("secretary");
  const [schoolId, setSchool] = useState("");
  const [regionId, setRegion] = useState("");
  const find = useAction(async () => {
    const { people } = await listLogins(query.trim(), false);
    setFound(people);
    setPersonId(people.length === 1 ? (people[0]?.personId ?? "") : "");
  });
  const person = found?.find((each) => each.personId === personId);
  const ofSchool = role === "secretary" || role === "reviewer";
  const save = useAction(async () => {
    await addGrant({ personId, role, schoolId: ofSchool && schoolId !== "" ? schoolId : null, regionId: role === "region-chair" ? regionId : null });
    notify({ text: t.roleGiven(person?.name ?? "") });
    onSaved();
    onClose();
  });
  const incomplete = !person || (role === "secretary" && schoolId === "") || (role === "region-chair" && regionId === "");
  return (
    <FormDialog title={t.addGrant} save={save} problem={find.error ?? district.error} incomplete={incomplete} onClose={onClose}>
      <form
        className={styles["bar"]}
        onSubmit={(event) => {
          event.preventDefault();
          if (query.trim() !== "") void find.run();
        }}
      >
        <Field label={t.findPerson}>
          <ImeInput value={query} onText={setQuery} />
        </Field>
        <Button type="submit" disabled={find.busy || query.trim() === ""}>
          {t.search}
        </Button>
      </form>
      {found?.length === 0 && <Text role="status">{t.foundNobody}</Text>}
      {found && found.length > 0 && (
        <RadioGroup aria-label={common.name} value={personId} onChange={(_, data) => setPersonId(data.value)}>
          {found.map((each) => (
            <Radio key={each.personId} value={each.personId} label={[each.name, each.posts.join("、"), each.login ?? t.noLogin].filter(Boolean).join(" · ")} />
          ))}
        </RadioGroup>
      )}
      <div className={styles["fields"]}>
        <Field label={t.role} required>
          <Select value={role} onChange={(_, data) => setRole(data.value as (typeof grantable)[number])}>
            {grantable.map((each) => (
              <option key={each} value={each}>
                {roleWord(each, t)}
              </option>
            ))}
          </Select>
        </Field>
        {ofSchool && (
          <Field label={common.school} required={role === "secretary"}>
            <Select value={schoolId} onChange={(_, data) => setSchool(data.value)}>
              <option value="">{role === "reviewer" ? t.wholeDistrict : t.choose}</option>
              {district.data?.schools.map((school) => (
                <option key={school.id} value={school.id}>
                  {school.name}
                </option>
              ))}
            </Select>
          </Field>
        )}
        {role === "region-chair" && (
          <Field label={t.regionName} required>
            <Select value={regionId} onChange={(_, data) => setRegion(data.value)}>
              <option value="">{t.choose}</option>
              {district.data?.regions.map((region) => (
                <option key={region.id} value={region.id}>
                  {region.name}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
    </FormDialog>
  );
}
