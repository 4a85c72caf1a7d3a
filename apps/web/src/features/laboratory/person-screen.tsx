"use client";

import { LAB_KIND_FACTS, LAB_KINDS } from "@alongside/domain/laboratory/kinds";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { buttonClass } from "@alongside/ui/primitives/button";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { CounsellingSection } from "@/features/worklists/counselling-section";
import { CourseFigure } from "./course-figure";
import styles from "./laboratory.module.css";
import type { LaboratorySetting, ResultHistory } from "./laboratory-view";
import { ResultList } from "./result-list";
import { TreatmentStart } from "./treatment-start";

export interface MayDo {
  readonly enter: boolean;
  readonly correct: boolean;
  readonly recordStart: boolean;
  readonly seeRecord: boolean;
  readonly counsel: boolean;
}

/** One person's results: every version, a small course of each kind, and the start of treatment. */
export function PersonScreen(props: {
  readonly setting: LaboratorySetting;
  readonly history: ResultHistory;
  readonly may: MayDo;
}): React.JSX.Element {
  const { setting, history, may } = props;
  const t = useTranslations("laboratory.person");
  const locale = useLocale();
  const router = useRouter();
  const { base } = setting;
  const [besideId, setBesideId] = useState("");
  const own = THRESHOLD_RULES.find(({ id }) => id === setting.settings.ruleId) ?? THRESHOLD_RULES[0];
  const besides = THRESHOLD_RULES.filter(({ id }) => id !== own.id);
  const rules = [own, ...besides.filter(({ id }) => id === besideId)];
  const kinds = LAB_KINDS.filter((kind) => history.results.some((result) => result.kind === kind));
  const ofKind = (kind: (typeof kinds)[number]) => history.results.filter((result) => result.kind === kind);
  return (
    <>
      <PageHeader
        eyebrow={
          may.enter ? (
            <Link href={`${base}/laboratory`} prefetch={false}>
              {t("back")}
            </Link>
          ) : null
        }
        title={<span className={styles.code}>{history.code}</span>}
        actions={
          <>
            {may.seeRecord ? (
              <Link href={`${base}/participants/${history.participantId}`} className={buttonClass()} prefetch={false}>
                {t("record")}
              </Link>
            ) : null}
            {may.enter ? (
              <Link
                href={`${base}/laboratory/one?person=${history.participantId}`}
                className={buttonClass({ kind: "primary" })}
                prefetch={false}
              >
                {t("enter")}
              </Link>
            ) : null}
          </>
        }
      />
      <div className={styles.columns}>
        <div className={styles.section}>
          {kinds.length === 0 ? (
            <EmptyState title={t("none")}>
              <p>{t("noneWhy")}</p>
            </EmptyState>
          ) : null}
          {kinds.map((kind) => (
            <section key={kind} className={styles.section}>
              <h2>{LAB_KIND_FACTS[kind].label[locale]}</h2>
              {kind === "viral-load" ? (
                <label className={styles.field}>
                  <span>{t("beside", { rule: own.title[locale] })}</span>
                  <select value={besideId} onChange={(event) => setBesideId(event.target.value)}>
                    <option value="">{t("besideNone")}</option>
                    {besides.map(({ id, title }) => (
                      <option key={id} value={id}>
                        {title[locale]}
                      </option>
                    ))}
                  </select>
                </label>
              ) : null}
              <ResultList
                setting={setting}
                rules={rules}
                history={{ ...history, results: ofKind(kind) }}
                mayCorrect={may.correct}
                onCorrected={() => router.refresh()}
              />
            </section>
          ))}
        </div>
        <div className={styles.section}>
          <TreatmentStart
            setting={setting}
            participantId={history.participantId}
            startedOn={history.treatmentStartedOn}
            startId={history.treatmentStartId}
            mayRecord={may.recordStart}
          />
          <CounsellingSection
            // What can be opened depends on the results.
            key={history.results.length}
            setting={setting}
            participantId={history.participantId}
            mayRecord={may.counsel}
          />
          {kinds.map((kind) => (
            <CourseFigure key={kind} setting={setting} kind={kind} results={ofKind(kind)} />
          ))}
        </div>
      </div>
    </>
  );
}
