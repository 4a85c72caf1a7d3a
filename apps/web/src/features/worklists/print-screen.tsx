import { buttonClass } from "@alongside/ui/primitives/button";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useDay } from "@/features/participants/calendar-day";
import styles from "./print.module.css";
import { PrintButton } from "./print-button";
import { type AnyList, CONTACTS, type WorklistQuery, worklistHref } from "./worklist-query";

/** What one line on paper says. Paper lies about, so it holds codes and days and never a result. */
export interface PrintedLine {
  readonly key: string;
  readonly code: string;
  readonly site: string;
  /** Null on the list of contacts, which does not tell since when. */
  readonly on: string | null;
  readonly sessions: number | null;
  /** Day of a specimen that has no result yet. */
  readonly pendingSince: string | null;
  /** What became of the result that opened the counselling. */
  readonly ground: "stands" | "corrected" | "withdrawn";
}

const COLUMNS = ["code", "site", "on", "sessions"] as const;

/** A list as it goes on paper: A4, black on white, with room to write. */
export function PrintScreen(props: {
  readonly base: string;
  readonly list: AnyList;
  readonly query: WorklistQuery;
  readonly today: string;
  /** Name of the site it is narrowed to; null for all. */
  readonly site: string | null;
  readonly lines: readonly PrintedLine[];
  /** How many there are in all. */
  readonly count: number;
}): React.JSX.Element {
  const { base, list, lines, count } = props;
  const t = useTranslations("worklists");
  const day = useDay();
  const { after: _after, ...first } = { ...props.query, list };
  const columns = COLUMNS.filter(
    (column) => (column !== "on" || list !== CONTACTS) && (column !== "sessions" || list === "counselling"),
  );
  return (
    <div className={styles.sheet}>
      <div className={styles.controls}>
        <Link href={worklistHref(base, first)} className={buttonClass()} prefetch={false}>
          {t("print.back")}
        </Link>
        {lines.length === 0 ? null : <PrintButton>{t("print.now")}</PrintButton>}
        <p>{t("print.note")}</p>
      </div>
      <h1 className={styles.title}>{t(`list.${list}`)}</h1>
      <p className={styles.under}>
        {[
          day(props.today),
          props.site ?? t("filter.anySite"),
          t(list === CONTACTS ? "people" : "lines", { count }),
        ].join(" · ")}
      </p>
      {lines.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneWhy")}</p>
        </EmptyState>
      ) : (
        <table className={styles.table}>
          <caption className="visually-hidden">{t(`list.${list}`)}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column !== "on" ? t(`column.${column}`) : list === CONTACTS ? null : t(`on.${list}`)}
                </th>
              ))}
              <th scope="col" className={styles.room}>
                {t("column.notes")}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <th scope="row">{line.code}</th>
                <td>{line.site}</td>
                {line.on === null ? null : (
                  <td>
                    <span className={styles.day}>{day(line.on)}</span>
                    {line.pendingSince === null ? null : (
                      <span className={styles.aside}>{t("pendingSince", { day: day(line.pendingSince) })}</span>
                    )}
                  </td>
                )}
                {list === "counselling" ? (
                  <td>
                    {line.sessions ?? ""}
                    {line.ground === "stands" ? null : (
                      <span className={styles.aside}>{t(`ground.${line.ground}`)}</span>
                    )}
                  </td>
                ) : null}
                <td className={styles.room} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lines.length < count ? <p>{t("print.first", { shown: lines.length, count })}</p> : null}
    </div>
  );
}
