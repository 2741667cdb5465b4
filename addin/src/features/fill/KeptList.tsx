import { useState } from "react";
import { formatMoment } from "../../shared/format";
import { Button } from "../../shared/light/Button";
import { Checkbox } from "../../shared/light/Checkbox";
import { Subtitle2 } from "../../shared/light/Texts";
import { useLanguage, useText } from "../../shared/text";
import { words } from "../../shared/words";
import styles from "./FillPane.module.css";
import type { KeptOffer } from "./kept";
import { paneText } from "./paneText";

interface KeptListProps {
  offers: readonly KeptOffer[];
  busy: boolean;
  onPutBack: (offers: readonly KeptOffer[]) => void;
  onDiscard: (offers: readonly KeptOffer[]) => void;
}

/** Texts that were kept on this machine and stand neither in the document nor on the platform, field by field. */
export function KeptList({ offers, busy, onPutBack, onDiscard }: KeptListProps) {
  const t = useText(paneText);
  const w = useText(words);
  const language = useLanguage();
  const key = (offer: KeptOffer) => `${offer.occurrence}:${offer.tag}\n${offer.text}`;
  // What is new since was typed by somebody: it is not chosen for overwriting.
  const [choice, setChoice] = useState<Readonly<Record<string, boolean>>>({});
  const isChosen = (offer: KeptOffer) => choice[key(offer)] ?? (offer.inDocument === "" && offer.onPlatform === "");
  const chosen = offers.filter(isChosen);
  return (
    <section className={styles["section"]} aria-label={t.keptTitle} role="alert">
      <Subtitle2 as="h2">{t.keptTitle}</Subtitle2>
      <span>{t.keptLead}</span>
      {offers.map((offer) => (
        <div key={key(offer)} className={styles["difference"]} data-kept={offer.tag}>
          <Checkbox
            label={offer.tag.includes(".") ? `${offer.label} ${t.row(offer.occurrence + 1)}` : offer.label}
            checked={isChosen(offer)}
            onChange={(checked) => setChoice((old) => ({ ...old, [key(offer)]: checked }))}
          />
          <span>
            {t.onThisMachine(formatMoment(offer.at, language))}：{offer.text || w.empty}
          </span>
          <span className={styles["before"]}>
            {t.inDocument}：{offer.missing ? t.missing : offer.inDocument || w.empty}
          </span>
          <span className={styles["before"]}>
            {t.onPlatform}：{offer.onPlatform || w.empty}
          </span>
        </div>
      ))}
      <div className={styles["actions"]}>
        <Button appearance="primary" disabled={busy || chosen.length === 0} onClick={() => onPutBack(chosen)}>
          {t.putBack}
        </Button>
        <Button disabled={busy || chosen.length === 0} onClick={() => onDiscard(chosen)}>
          {t.discard}
        </Button>
      </div>
    </section>
  );
}
