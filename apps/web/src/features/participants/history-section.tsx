import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useFormatter, useTranslations } from "next-intl";
import { useDay } from "./calendar-day";
import { EnrolmentBadge } from "./enrolment-badge";
import styles from "./participant.module.css";
import type { Participant } from "./participant-views";

/** Every status the person has had, as recorded: nothing is overwritten. */
export function HistorySection(props: { readonly enrolments: Participant["enrolments"] }): React.JSX.Element {
  const t = useTranslations("participants.one");
  const format = useFormatter();
  const day = useDay();
  return (
    <section className={`${styles.section} ${styles.history}`} aria-labelledby="history">
      <h2 id="history">{t("history")}</h2>
      <p className={styles.note}>{t("historyNote")}</p>
      <ScrollRegion place={styles.scroller} label={t("historyTable")}>
        <table>
          <thead>
            <tr>
              {(["status", "from", "to", "reason", "recorded"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`historyColumn.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.enrolments.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <EnrolmentBadge status={one.status} />
                </th>
                <td>{day(one.enrolledOn)}</td>
                <td>{one.endedOn ? day(one.endedOn) : t("ongoing")}</td>
                <td>{one.reason}</td>
                <td>
                  {format.dateTime(one.recordedAt, { dateStyle: "medium" })}
                  {one.recordedBy ? ` · ${one.recordedBy}` : ""}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
