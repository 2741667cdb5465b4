import { Field, Select, Text } from "@fluentui/react-components";
import { useState, type ReactNode } from "react";
import { listSchools } from "../../api/roster";
import { readSetting, writeSetting } from "../settings";
import { defineText, useText } from "../text";
import { useLoad } from "../useLoad";
import { Load } from "./Loading";

const choiceText = defineText({ school: "学校", none: "没有您可以查看的学校。" }, { school: "School", none: "There is no school that you may see." });

/** For those who see several schools: one choice above a screen about one school. */
export function SchoolChoice({ children }: { children: (schoolId: string) => ReactNode }) {
  const t = useText(choiceText);
  const schools = useLoad("schools", listSchools);
  const [choice, setChoice] = useState(() => readSetting("school"));
  return (
    <Load from={schools}>
      {(all) => {
        const school = all.find((each) => each.id === choice) ?? all[0];
        if (!school) return <Text>{t.none}</Text>;
        return (
          <>
            <Field label={t.school} orientation="horizontal" style={{ maxWidth: "24rem", marginBottom: 16 }}>
              <Select
                value={school.id}
                onChange={(_, data) => {
                  setChoice(data.value);
                  writeSetting("school", data.value);
                }}
              >
                {all.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name}
                  </option>
                ))}
              </Select>
            </Field>
            {children(school.id)}
          </>
        );
      }}
    </Load>
  );
}
