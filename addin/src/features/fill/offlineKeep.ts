import type { DocumentIdentity, WordDocument } from "../../office/ports";
import { Kept, type KeptText, type UnsentStore } from "./kept";
import { isPrompt, placeKey, plain, sameText } from "./places";

/**
 * Keeps what the document holds while the service cannot even tell the form: all texts but those that were saved before.
 * Which of them are news is found out when the record can be read again.
 */
export async function keepOffline(document: WordDocument, store: UnsentStore, identity: DocumentIdentity, now: string): Promise<number> {
  const [saved, fields] = [await document.savedTexts(), await document.readFields()];
  const agreed = new Map((saved ?? []).map((place) => [placeKey(place), place.here]));
  const texts = fields.flatMap<KeptText>((field) => {
    const text = isPrompt(field.text, `请填写${field.title}`) ? "" : plain(field.text);
    const before = agreed.get(placeKey(field)) ?? "";
    return sameText(text, before) ? [] : [{ tag: field.tag, occurrence: field.occurrence, label: field.title, text, at: now }];
  });
  if (texts.length > 0) new Kept(store, identity.record).add(texts, now);
  return texts.length;
}
