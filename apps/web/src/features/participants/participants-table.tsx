import { cardRowsClass } from "@alongside/ui/primitives/card-rows";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDay } from "./calendar-day";
import { DueBadge } from "./due-badge";
import { EnrolmentBadge } from "./enrolment-badge";
import type { ListedParticipant } from "./participant-views";
import styles from "./participants-table.module.css";

/** A dense table on a desk, cards on a phone. */
export function ParticipantsTable(props: {
  readonly base: string;
  readonly rows: readonly ListedParticipant[];
  /** False where everybody is at the same site. */
  readonly showSite: boolean;
}): React.JSX.Element {
  const t = useTranslations("participants");
  const columns = COLUMNS.filter((column) => column !== "site" || props.showSite);
  return (
    <table className={cardRowsClass(styles.table)}>
      <caption className="visually-hidden">{t("table")}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <Row key={row.participantId} base={props.base} row={row} showSite={props.showSite} />
        ))}
      </tbody>
    </table>
  );
}

const COLUMNS = ["code", "site", "cohort", "status", "enrolledOn", "next", "progress"] as const;

function Row(props: {
  readonly base: string;
  readonly row: ListedParticipant;
  readonly showSite: boolean;
}): React.JSX.Element {
  const { base, row, showSite } = props;
  const t = useTranslations("participants");
  const day = useDay();
  const { done, expected } = row.progress;
  return (
    <tr>
      <th scope="row">
        <Link href={`${base}/participants/${row.participantId}`} className={styles.code} prefetch={false}>
          {row.code}
        </Link>
      </th>
      {showSite ? <td className={styles.site}>{row.site}</td> : null}
      <td className={styles.cohort}>{row.cohort}</td>
      <td className={styles.status}>
        <EnrolmentBadge status={row.status} />
      </td>
      <td className={styles.date}>{day(row.enrolledOn)}</td>
      <td className={styles.nextCell}>
        {row.next ? <Next next={row.next} /> : <span className={styles.quiet}>{t("nothingNext")}</span>}
      </td>
      <td className={styles.progressCell}>
        {expected === 0 ? (
          <span className={styles.quiet}>{t("progressNone")}</span>
        ) : (
          <span className={styles.progress}>
            <progress value={Math.min(done, expected)} max={expected} aria-hidden="true" />
            {t("progress", { done, expected })}
          </span>
        )}
      </td>
    </tr>
  );
}

function Next({ next }: { readonly next: NonNullable<ListedParticipant["next"]> }): React.JSX.Element {
  const t = useTranslations("participants");
  const date = useDay()(next.day);
  const when =
    next.state === "open"
      ? t("nextOpen", { date })
      : next.state === "overdue"
        ? t("nextOverdue", { date })
        : t("nextUpcoming", { date });
  return (
    <span className={styles.next}>
      <DueBadge state={next.state} />
      <span>
        {next.timepoint} <span className={styles.quiet}>{when}</span>
      </span>
    </span>
  );
}
