"use client";

import { Button } from "@alongside/ui/primitives/button";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormDialog } from "@/features/settings/form-dialog";
import styles from "./consent.module.css";
import { AnswerWords, useAnswerText } from "./consent-answer";
import { ConsentForm } from "./consent-form";
import type { ConsentLine, PersonConsents } from "./consent-views";

/** What a person has agreed to, purpose by purpose, with everything said before, and where new answers are recorded. */
export function ConsentPanel(props: {
  readonly programmeId: string;
  readonly consents: PersonConsents;
  readonly mayRecord: boolean;
}): React.JSX.Element {
  const { consents } = props;
  const t = useTranslations("consent");
  const [asking, setAsking] = useState(false);
  const [recorded, setRecorded] = useState(false);
  const lines = consents.lines.filter(({ asked, current }) => asked || current !== null);
  return (
    <section className={styles.section} aria-labelledby="consents">
      <h2 id="consents">{t("title")}</h2>
      <p className={styles.note}>{t("lead")}</p>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <Line key={line.purpose} line={line} />
        ))}
      </ul>
      {props.mayRecord ? (
        <div className={styles.buttons}>
          <Button
            onClick={() => {
              setRecorded(false);
              setAsking(true);
            }}
          >
            {t("ask")}
          </Button>
          <span role="status">{recorded ? t("recorded") : null}</span>
        </div>
      ) : null}
      <FormDialog open={asking} title={t("askTitle")} onClose={() => setAsking(false)}>
        <ConsentForm
          programmeId={props.programmeId}
          consents={consents}
          onDone={() => {
            setAsking(false);
            setRecorded(true);
          }}
        />
      </FormDialog>
    </section>
  );
}

const TONES = { given: "good", refused: "neutral", withdrawn: "caution" } as const;

function Line({ line }: { readonly line: ConsentLine }): React.JSX.Element {
  const t = useTranslations("consent");
  const text = useAnswerText();
  const { purpose, current, earlier } = line;
  return (
    <li className={styles.line}>
      <div className={styles.head}>
        <span className={styles.name}>{t(`purpose.${purpose}`)}</span>
        <StatusBadge tone={current === null ? "neutral" : TONES[current.state]}>
          {current === null ? t("state.none") : text(current)}
        </StatusBadge>
        {line.isOlder ? <StatusBadge tone="caution">{t("older")}</StatusBadge> : null}
        {line.required && current === null ? <StatusBadge tone="caution">{t("needed")}</StatusBadge> : null}
      </div>
      {current === null ? null : <AnswerWords answer={current} />}
      {earlier.length === 0 ? null : (
        <details className={styles.more}>
          <summary>{t("earlier", { count: earlier.length })}</summary>
          <ul>
            {earlier.map((answer) => (
              <li key={answer.consentId}>
                {text(answer)}
                <AnswerWords answer={answer} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
