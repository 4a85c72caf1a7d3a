"use client";

import {
  REPORT_AUDIENCES,
  REPORT_WORDS_MAX,
  REPORT_WORDS_MIN,
  type ReportChoices,
} from "@alongside/domain/report/report-request";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import { WatchedField } from "@/features/free-text/watched-field";
import settings from "@/features/settings/settings.module.css";
import { useApi } from "@/trpc/client";
import { publishedHref } from "./published-address";
import styles from "./report-screen.module.css";

/** Asks that the report as it is chosen goes outside, and goes to where it waits. */
export function PublishForm(props: {
  readonly programmeId: string;
  readonly base: string;
  readonly choices: ReportChoices;
}): React.JSX.Element {
  const t = useTranslations("report.publish");
  const router = useRouter();
  // Pressed twice, or sent again after the line broke, it asks once.
  const reportId = useRef(uuidv7());
  const ask = useMutation(
    useApi().report.ask.mutationOptions({
      onSuccess: () => router.push(publishedHref(props.base, reportId.current)),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const audience = REPORT_AUDIENCES.find((one) => one === form.get("audience")) ?? "funder";
    const { programmeId, choices } = props;
    ask.mutate({
      ...{ programmeId, ...choices, reportId: reportId.current, audience },
      words: String(form.get("words") ?? ""),
    });
  };
  const busy = ask.isPending || ask.isSuccess;
  return (
    <details className={settings.card} data-part="publish">
      <summary>{t("title")}</summary>
      <form onSubmit={submit} className={styles.texts}>
        <p>{t("text")}</p>
        <label className={settings.field}>
          <span>{t("audience")}</span>
          <select name="audience">
            {REPORT_AUDIENCES.map((one) => (
              <option key={one} value={one}>
                {t(`audiences.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <WatchedField
          name="words"
          rows={2}
          required
          minLength={REPORT_WORDS_MIN}
          maxLength={REPORT_WORDS_MAX}
          label={t("words")}
          hint={t("wordsHint", { smallest: REPORT_WORDS_MIN })}
          place={settings.field}
        />
        {ask.error ? <FailureNotice error={ask.error} /> : null}
        <div className={settings.actions}>
          <Button type="submit" disabled={busy}>
            {busy ? t("busy") : t("submit")}
          </Button>
        </div>
      </form>
    </details>
  );
}
