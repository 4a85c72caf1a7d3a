import { daysBetween } from "@alongside/domain/schedule/calendar-date";
import { buttonClass } from "@alongside/ui/primitives/button";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { planHref } from "@/features/collect/address";
import styles from "./home.module.css";
import type { DueList, DueWork } from "./home-view";

interface Props {
  readonly base: string;
  readonly today: string;
  readonly state: "open" | "overdue";
}

/** What is open, or overdue, with the most urgent named and one press from being done. */
export function DueSection({ base, today, list, state }: Props & { readonly list: DueList }): React.JSX.Element {
  const t = useTranslations("home.due");
  if (list.count === 0) {
    const title = state === "open" ? t("noneOpenTitle") : t("noneOverdueTitle");
    return <EmptyState title={title}>{state === "open" ? t("noneOpen") : t("noneOverdue")}</EmptyState>;
  }
  return (
    <section className={styles.section} aria-labelledby={`due-${state}`}>
      <div className={styles.heading}>
        <h2 id={`due-${state}`}>
          {t(state)} <span className={styles.count}>{list.count}</span>
        </h2>
        <p>{state === "open" ? t("openNote") : t("overdueNote")}</p>
      </div>
      <ul className={styles.rows}>
        {list.first.map((work) => (
          <DueRow
            key={`${work.participantId} ${work.timepointId}`}
            base={base}
            today={today}
            state={state}
            work={work}
          />
        ))}
      </ul>
      {list.count > list.first.length ? (
        <p className={styles.all}>
          <Link href={`${base}/participants?due=${state}`} prefetch={false}>
            {t("all", { count: list.count })}
          </Link>
        </p>
      ) : null}
    </section>
  );
}

function DueRow({ base, today, state, work }: Props & { readonly work: DueWork }): React.JSX.Element {
  const t = useTranslations("home.due");
  const format = useFormatter();
  const days = daysBetween(today, work.closesOn);
  const closesOn = new Date(`${work.closesOn}T00:00:00Z`);
  const date = format.dateTime(closesOn, { dateStyle: "medium", timeZone: "UTC" });
  return (
    <li className={styles.row}>
      <Link href={`${base}/participants/${work.participantId}`} className={styles.code} prefetch={false}>
        {work.code}
      </Link>
      <span className={styles.what}>
        {work.timepoint}
        <span className={styles.where}>
          {work.site} · {work.cohort}
        </span>
      </span>
      <span className={styles.when}>
        <StatusBadge tone={state === "overdue" || days <= URGENT_DAYS ? "caution" : "neutral"}>
          {days >= 0 ? t("inDays", { days }) : t("daysAgo", { days: -days })}
        </StatusBadge>
        <span className={styles.where}>{days >= 0 ? t("closes", { date }) : t("closed", { date })}</span>
      </span>
      <Link
        href={planHref(base, work.participantId, work.timepointId)}
        className={buttonClass({ kind: "secondary" })}
        aria-label={t("collectFor", { timepoint: work.timepoint, code: work.code })}
        prefetch={false}
      >
        {t("collect")}
      </Link>
    </li>
  );
}

/** A window that closes within a week is marked. */
const URGENT_DAYS = 7;
