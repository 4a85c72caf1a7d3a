import { formatRounded } from "@alongside/domain/display/rounding";
import { TrajectoryChart } from "@alongside/ui/charts/trajectory/trajectory";
import { bandOf } from "@alongside/ui/charts/trajectory/trajectory.model";
import { useLocale, useTranslations } from "next-intl";
import { useDay } from "./calendar-day";
import type { Trajectory } from "./participant-views";
import styles from "./trajectory-figure.module.css";

/** One measure of one person: a small chart for the eye, and its numbers as a table below. */
export function TrajectoryFigure({ trajectory }: { readonly trajectory: Trajectory }): React.JSX.Element {
  const t = useTranslations("participants.one");
  const locale = useLocale();
  const { label, instrument, points, range, unit } = trajectory;
  const bands = trajectory.bands.map((band) => ({ from: band.from, label: band.label[locale] }));
  const formatValue = (value: number) => formatRounded(value, "score", locale);
  const titleId = `measure-${trajectory.measure.replaceAll(/[^a-z0-9]/gi, "-")}`;
  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <figcaption>
        <h3 id={titleId}>{label[locale]}</h3>
        <p className={styles.note}>
          {instrument[locale]}
          {trajectory.isNew ? ` (${t("isNew")})` : ""} · {t(`better.${trajectory.improvement}`)}
          {unit === "" ? "" : ` · ${unit}`}
        </p>
      </figcaption>
      <TrajectoryChart
        points={points.map((point) => ({ label: point.timepoint, value: point.value }))}
        range={range}
        bands={bands}
        formatValue={formatValue}
      />
      <ScoreTable trajectory={trajectory} bands={bands} formatValue={formatValue} />
    </figure>
  );
}

function ScoreTable(props: {
  readonly trajectory: Trajectory;
  readonly bands: readonly { readonly from: number; readonly label: string }[];
  readonly formatValue: (value: number) => string;
}): React.JSX.Element {
  const t = useTranslations("participants.one");
  const day = useDay();
  const locale = useLocale();
  const { trajectory, bands, formatValue } = props;
  return (
    <details className={styles.numbers}>
      <summary>{t("table.show")}</summary>
      <div className={styles.scroller}>
        <table>
          <caption className="visually-hidden">{t("table.caption", { measure: trajectory.label[locale] })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("table.time")}</th>
              <th scope="col">{t("table.day")}</th>
              <th scope="col">{t("table.score")}</th>
              {bands.length > 0 ? <th scope="col">{t("table.band")}</th> : null}
              <th scope="col">{t("table.items")}</th>
            </tr>
          </thead>
          <tbody>
            {trajectory.points.map((point) => (
              <tr key={point.timepointId}>
                <th scope="row">{point.timepoint}</th>
                <td>{day(point.answeredOn)}</td>
                <td>{point.value === null ? t("noValue") : formatValue(point.value)}</td>
                {bands.length > 0 ? (
                  <td>{point.value === null ? "" : (bandOf(point.value, bands)?.label ?? "")}</td>
                ) : null}
                <td>
                  <Basis point={point} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

/** On how many items a score stands, or why there is none. */
function Basis({ point }: { readonly point: Trajectory["points"][number] }): React.JSX.Element {
  const t = useTranslations("participants.one");
  const counts = { used: point.itemsUsed, total: point.itemsTotal };
  if (point.outcome === "incomplete") return <>{t("outcome.incomplete", counts)}</>;
  if (point.outcome === "not-applicable") return <>{t("outcome.not-applicable")}</>;
  return <>{point.prorated ? t("prorated", counts) : t("full", counts)}</>;
}
