import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import { layTimeline, type PlannedWave } from "./timeline.model";
import styles from "./timeline.module.css";

/** The plan as a picture: one bar per wave from the first to the last day of its window, a mark on the planned day. */
export function PlanTimeline({ waves }: { readonly waves: readonly PlannedWave[] }): React.JSX.Element {
  const t = useTranslations("settings.timepoints");
  const { rows, ticks, overlaps } = layTimeline(waves);
  return (
    <>
      <ul className={styles.timeline} aria-label={t("drawn")}>
        {rows.map((row) => (
          <li key={row.id} className={styles.row}>
            <span className={styles.label}>
              <span>{row.label}</span>
              <small>
                {t("day", { day: row.target })} ({t("window", { from: row.from, to: row.to })})
              </small>
            </span>
            <span className={styles.track} aria-hidden="true">
              <span className={styles.bar} style={{ left: `${row.left}%`, width: `${row.width}%` }} />
              <span className={styles.mark} style={{ left: `${row.mark}%` }} />
            </span>
          </li>
        ))}
        <li className={styles.row} aria-hidden="true">
          <span className={styles.axisLabel} />
          <span className={styles.axis}>
            {ticks.map(({ day, at }) => (
              <span key={day} className={styles.tick} style={{ left: `${at}%` }}>
                {day === 0 ? t("enrolment") : day}
              </span>
            ))}
          </span>
        </li>
      </ul>
      {overlaps.map(([a, b]) => (
        <Notice key={`${a} ${b}`} tone="information">
          <p>{t("overlap", { a, b })}</p>
        </Notice>
      ))}
    </>
  );
}
