import { buttonClass } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { planHref } from "./address";
import styles from "./form-screen.module.css";
import type { FormSetting, OpenForm } from "./form-view";
import { NextForms } from "./next-forms";
import { RiskNotice } from "./risk-notice";
import { ScoreList } from "./score-list";
import type { Sending } from "./use-sending";

/** What is stored now: who must act, the scores for staff, and what to do next. */
export function StoredPanel(props: {
  readonly form: OpenForm;
  readonly setting: FormSetting;
  readonly stored: Extract<Sending, { kind: "stored" }>;
}): React.JSX.Element {
  const { form, setting, stored } = props;
  const t = useTranslations("collect.stored");
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { participant, place, view } = form;
  const risk = stored.saved.risk ?? stored.draft.risk;
  return (
    <div className={styles.panel}>
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {t("title")}
        </h2>
        <p>{t("code", { code: participant.code, timepoint: place.timepointLabel, instrument: view.title })}</p>
        {stored.saved.stored ? null : <p>{t("again")}</p>}
      </div>
      {risk ? <RiskNotice risk={risk} /> : null}
      {setting.scales.length > 0 ? (
        <section className={styles.card} aria-labelledby="scores">
          <h3 id="scores">{t("scores")}</h3>
          <p className={styles.hint}>{t("scoresNote")}</p>
          <ScoreList scales={setting.scales} outcomes={stored.saved.scores} />
        </section>
      ) : (
        <Notice tone="information">{t("noScores")}</Notice>
      )}
      <NextForms forms={setting.next} />
      <div className={styles.actions}>
        <Link className={buttonClass()} href={planHref(setting.base, participant.participantId)} prefetch={false}>
          {t("plan")}
        </Link>
        <Link
          className={buttonClass()}
          href={`${setting.base}/participants/${participant.participantId}`}
          prefetch={false}
        >
          {t("person")}
        </Link>
        <Link className={buttonClass()} href={`${setting.base}/change`} prefetch={false}>
          {t("change")}
        </Link>
      </div>
    </div>
  );
}
