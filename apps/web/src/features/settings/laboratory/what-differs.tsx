"use client";

import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { DataTable } from "@alongside/ui/primitives/data-table";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useResultWords } from "@/features/laboratory/result-words";
import { useApi } from "@/trpc/client";
import styles from "../settings.module.css";
import { PartChanges } from "./part-changes";
import { rulesApart } from "./rule-examples";
import type { LaboratorySettings, SettingsFields } from "./settings-draft";

/** What will differ once other settings are saved: in words, in results that change their name, in numbers of people. */
export function WhatDiffers(props: {
  readonly programmeId: string;
  readonly before: LaboratorySettings;
  readonly rules: { readonly before: ThresholdRule; readonly after: ThresholdRule };
  readonly after: SettingsFields;
}): React.JSX.Element {
  const t = useTranslations("laboratorySettings.differs");
  const { programmeId, before, rules } = props;
  const { verification, doubleEntry } = props.after;
  const looksMore = before.verification !== verification || before.doubleEntry !== doubleEntry;
  return (
    <section className={styles.card} aria-labelledby="what-differs">
      <h3 id="what-differs">{t("title")}</h3>
      <PartChanges before={before} after={props.after} />
      {rules.before.id === rules.after.id ? null : <Examples {...rules} />}
      {looksMore ? <p>{t(doubleEntry ? "entryBlind" : `entry.${verification}`)}</p> : null}
      <Numbers programmeId={programmeId} after={props.after} />
      <p className={styles.note}>{t("stays")}</p>
    </section>
  );
}

function Examples(props: { readonly before: ThresholdRule; readonly after: ThresholdRule }): React.JSX.Element {
  const t = useTranslations("laboratorySettings.differs");
  const language = useLocale();
  const words = useResultWords();
  const named = { before: words.ruleName(props.before), after: words.ruleName(props.after) };
  return (
    <>
      <p>{t("named", named)}</p>
      <DataTable
        caption={t("examples")}
        columns={[
          {
            id: "result",
            header: t("result"),
            cell: ({ result }) => words.measurement({ kind: "viral-load", result }),
          },
          { id: "before", header: t("before"), cell: ({ before }) => words.category(before, props.before) },
          { id: "after", header: t("after"), cell: ({ after }) => words.category(after, props.after) },
        ]}
        rows={rulesApart(props.before, props.after)}
        rowKey={({ id }) => id}
        language={language}
      />
    </>
  );
}

function Numbers(props: { readonly programmeId: string; readonly after: SettingsFields }): React.JSX.Element | null {
  const t = useTranslations("laboratorySettings.differs");
  const { programmeId, after } = props;
  const asked = {
    programmeId,
    ...after,
    schedule: { ...after.schedule, routineMonths: [...after.schedule.routineMonths] },
  };
  const preview = useQuery(useApi().laboratorySettings.preview.queryOptions(asked));
  if (preview.error) return <FailureNotice error={preview.error} />;
  if (preview.data === undefined) return <LoadingState label={t("counting")} />;
  const { withResult, unsuppressed, due, overdue, awaiting } = preview.data;
  const lines = (["unsuppressed", "due", "overdue"] as const).map((name) => {
    const shift = { unsuppressed, due, overdue }[name];
    return t(shift.before === shift.after ? `${name}.same` : `${name}.other`, { ...shift, of: withResult });
  });
  return (
    <div>
      <p>{t("people")}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
        <li>{t("awaiting", { count: awaiting })}</li>
      </ul>
    </div>
  );
}
