import { formatRounded } from "@alongside/domain/display/rounding";
import { TrajectoryChart } from "@alongside/ui/charts/trajectory/trajectory";
import { bandOf } from "@alongside/ui/charts/trajectory/trajectory.model";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useLocale, useTranslations } from "next-intl";
import { useDay } from "./calendar-day";
import type { Trajectory } from "./participant-views";
import { ScoreBasis } from "./score-basis";
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
        <h4 id={titleId}>{label[locale]}</h4>
        <p className={styles.note}>
          {instrument[locale]}
          {trajectory.isNew ? ` (${t("isNew")})` : ""} · {t(`better.${trajectory.improvement}`)}
          {unit === "" ? "" : ` · ${unit}`}
        </p>
      </figcaption>
      <TrajectoryChart
        points={points.map((point) => ({ label: point.timepoint, day: point.targetDay, value: point.value }))}
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
  const caption = t("table.caption", { measure: trajectory.label[locale] });
  return (
    <details className={styles.numbers}>
      <summary>{t("table.show")}</summary>
      <ScrollRegion label={caption}>
        <table>
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
                  <ScoreBasis point={point} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
