import { Field, Select } from "@fluentui/react-components";
import type { FormField } from "../../api/scheme";
import { pick, useLanguage, useText } from "../../shared/text";
import { ImeInput, ImeTextarea } from "../../shared/ui/ImeInput";
import { fillText } from "./text";
import { faultOf, normalise } from "./values";

interface FieldBoxProps {
  field: FormField;
  id: string;
  value: string;
  marks: readonly string[];
  /** True once handing in was tried: then emptiness is a fault. */
  complete: boolean;
  /** What the service said about this field. */
  fault?: string;
  /** Why it can only be read; undefined where it can be written. */
  readOnlyReason?: string;
  onValue: (value: string) => void;
}

/** The box of one field, by its type. */
export function FieldBox({ field, id, value, marks, complete, fault, readOnlyReason, onValue }: FieldBoxProps) {
  const t = useText(fillText);
  const language = useLanguage();
  const own = readOnlyReason ? null : faultOf(field, value, complete);
  const message = own ? t[own] : fault;
  const locked = readOnlyReason !== undefined || field.computed || field.ink;
  const hint = readOnlyReason ?? (field.computed ? t.computed : field.ink ? t.ink : field.maxLength !== null && field.type === "paragraphs" ? t.count([...value].length, field.maxLength) : undefined);
  // What cannot be written looks so, and can still be reached, read and copied.
  const common = locked ? ({ id, readOnly: true, appearance: "filled-darker" } as const) : { id };
  const prompt = locked ? undefined : (field.prompt ?? undefined);
  const choices = field.type === "mark" ? marks : field.choices;
  return (
    <Field
      label={pick(language, field.label, field.labelEn)}
      required={field.required && !locked}
      hint={hint}
      validationMessage={message}
      validationState={message ? "error" : "none"}
    >
      {field.type === "paragraphs" ? (
        <ImeTextarea {...common} value={value} onText={onValue} rows={locked ? 3 : 6} resize="vertical" placeholder={prompt} />
      ) : field.type === "choice" || field.type === "mark" ? (
        <Select id={id} disabled={locked} value={value} onChange={(_, data) => onValue(data.value)}>
          <option value="" />
          {(choices.includes(value) || value === "" ? choices : [...choices, value]).map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      ) : (
        <ImeInput
          {...common}
          value={value}
          onText={onValue}
          onBlur={() => {
            const neat = normalise(field, value);
            if (neat !== value && !locked) onValue(neat);
          }}
          inputMode={field.type === "integer" ? "numeric" : field.type === "credit" ? "decimal" : undefined}
          placeholder={locked ? undefined : field.type === "date" ? "2024-03-05" : field.type === "month" ? "1978-06" : prompt}
        />
      )}
    </Field>
  );
}
