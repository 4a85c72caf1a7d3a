"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { FailureNotice, FailureWords } from "@/features/failure/failure-notice";
import settings from "@/features/settings/settings.module.css";
import { useApi } from "@/trpc/client";
import styles from "./report-screen.module.css";
import type { ScheduleView } from "./report-view";

/** Reports that are asked for again by themselves: when next, what went wrong, and stopping it. */
export function ScheduleList(props: {
  readonly programmeId: string;
  readonly schedules: readonly ScheduleView[];
}): React.JSX.Element | null {
  const t = useTranslations("report.schedules");
  const words = useTranslations("report.publish");
  const format = useFormatter();
  const router = useRouter();
  const stop = useMutation(useApi().report.stopSchedule.mutationOptions({ onSuccess: () => router.refresh() }));
  const { programmeId, schedules } = props;
  if (schedules.length === 0) return null;
  return (
    <section aria-labelledby="schedules">
      <h2 id="schedules">{t("title")}</h2>
      <p>{t("text")}</p>
      {stop.error ? <FailureNotice error={stop.error} /> : null}
      <ul className={styles.list}>
        {schedules.map(({ scheduleId, title, language, audience, every, nextOn, problem, setBy, mayStop }) => (
          <li key={scheduleId} className={settings.card}>
            <h3>{title === "" ? t("untitled") : title}</h3>
            <p>
              {t("facts", {
                ...{
                  every: words(`rhythm.${every}`),
                  audience: words(`audiences.${audience}`),
                  language: t(`language.${language}`),
                },
                day: format.dateTime(new Date(nextOn), { dateStyle: "medium", timeZone: "UTC" }),
              })}{" "}
              {setBy === null ? null : t("setBy", { name: setBy })}
            </p>
            {problem === null ? null : (
              <>
                <p>{t("problem")}</p>
                <FailureWords failure={{ code: "rule", ...problem }} />
              </>
            )}
            {mayStop ? (
              <Button disabled={stop.isPending} onClick={() => stop.mutate({ programmeId, scheduleId })}>
                {t("stop")}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
