"use client";

import {
  REPORT_AUDIENCES,
  REPORT_RHYTHMS,
  REPORT_WORDS_MAX,
  REPORT_WORDS_MIN,
  type ReportChoices,
  type ReportRhythm,
} from "@alongside/domain/report/report-request";
import { addDays, addMonths, todayIn } from "@alongside/domain/schedule/calendar-date";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import { WatchedField } from "@/features/free-text/watched-field";
import settings from "@/features/settings/settings.module.css";
import { useApi } from "@/trpc/client";
import { publishedHref } from "./published-address";
import styles from "./report-screen.module.css";

/** The earliest day on which it can be made again, and the first of next month. */
function daysAhead(): { readonly min: string; readonly defaultValue: string } {
  const today = todayIn("UTC", new Date());
  return { min: addDays(today, 1), defaultValue: `${addMonths(today, 1).slice(0, 7)}-01` };
}

const RHYTHMS = Object.keys(REPORT_RHYTHMS) as readonly ReportRhythm[];

/** Asks that the report as it is chosen goes outside, and goes to where it waits. */
export function PublishForm(props: {
  readonly programmeId: string;
  readonly base: string;
  readonly choices: ReportChoices;
}): React.JSX.Element {
  const t = useTranslations("report.publish");
  const [rhythm, setRhythm] = useState("");
  const router = useRouter();
  // Pressed twice, or sent again after the line broke, it asks once.
  const reportId = useRef(uuidv7());
  const scheduleId = useRef(uuidv7());
  const api = useApi();
  const schedule = useMutation(api.report.schedule.mutationOptions());
  const ask = useMutation(
    api.report.ask.mutationOptions({
      onSuccess: () => router.push(publishedHref(props.base, reportId.current)),
    }),
  );
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const audience = REPORT_AUDIENCES.find((one) => one === form.get("audience")) ?? "funder";
    const { programmeId, choices } = props;
    const report = { programmeId, ...choices, audience, words: String(form.get("words") ?? "") };
    const askNow = () => ask.mutate({ ...report, reportId: reportId.current });
    const every = RHYTHMS.find((one) => one === form.get("every"));
    const firstOn = String(form.get("firstOn") ?? "");
    if (every === undefined) askNow();
    else schedule.mutate({ ...report, scheduleId: scheduleId.current, every, firstOn }, { onSuccess: askNow });
  };
  const busy = schedule.isPending || ask.isPending || ask.isSuccess;
  const failure = schedule.error ?? ask.error;
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
        {props.choices.snapshotId === undefined ? (
          <div className={styles.again}>
            <label className={settings.field}>
              <span>{t("every")}</span>
              <select name="every" value={rhythm} onChange={(event) => setRhythm(event.target.value)}>
                <option value="">{t("once")}</option>
                {RHYTHMS.map((one) => (
                  <option key={one} value={one}>
                    {t(`rhythm.${one}`)}
                  </option>
                ))}
              </select>
            </label>
            {rhythm === "" ? null : (
              <label className={settings.field}>
                <span>{t("firstOn")}</span>
                <input type="date" name="firstOn" required {...daysAhead()} />
              </label>
            )}
          </div>
        ) : null}
        {failure ? <FailureNotice error={failure} /> : null}
        <div className={settings.actions}>
          <Button type="submit" disabled={busy}>
            {busy ? t("busy") : t("submit")}
          </Button>
        </div>
      </form>
    </details>
  );
}
