import { Input, Textarea, type InputProps, type TextareaProps } from "@fluentui/react-components";
import { useRef, useState, type CompositionEvent } from "react";

/** Holds back what an input method is still composing: the caller never sees half a word. */
function useComposed(value: string, onText: (text: string) => void) {
  const composing = useRef(false);
  const [pending, setPending] = useState<string | null>(null);
  return {
    value: pending ?? value,
    change: (text: string) => {
      if (composing.current) setPending(text);
      else onText(text);
    },
    onCompositionStart: () => {
      composing.current = true;
    },
    onCompositionEnd: (event: CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      composing.current = false;
      setPending(null);
      onText(event.currentTarget.value);
    },
  };
}

type ImeInputProps = Omit<InputProps, "value" | "onChange"> & { value: string; onText: (text: string) => void };

export function ImeInput({ value, onText, ...rest }: ImeInputProps) {
  const { change, value: shown, ...composition } = useComposed(value, onText);
  return <Input {...rest} {...composition} value={shown} onChange={(_, data) => change(data.value)} />;
}

type ImeTextareaProps = Omit<TextareaProps, "value" | "onChange"> & { value: string; onText: (text: string) => void };

export function ImeTextarea({ value, onText, ...rest }: ImeTextareaProps) {
  const { change, value: shown, ...composition } = useComposed(value, onText);
  return <Textarea {...rest} {...composition} value={shown} onChange={(_, data) => change(data.value)} />;
}
