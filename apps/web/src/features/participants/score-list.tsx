import { formatRounded } from "@alongside/domain/display/rounding";
import { bandOf } from "@alongside/ui/charts/trajectory/trajectory.model";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useLocale, useTranslations } from "next-intl";
import { useDay } from "./calendar-day";
import styles from "./participant.module.css";
import type { Trajectory } from "./participant-views";
import { ScoreBasis } from "./score-basis";

/** Measures of which there is one score or none so far: numbers, as one point is no course. */
export function ScoreList({ trajectories }: { readonly trajectories: readonly Trajectory[] }): React.JSX.Element {
  const t = useTranslations("participants.one");
  return (
    <details className={styles.parts}>
      <summary>{t("measuredOnce", { n: trajectories.length })}</summary>
      <ScrollRegion place={styles.scroller} label={t("measuredOnce", { n: trajectories.length })}>
        <table>
          <thead>
            <tr>
              {(["measure", "time", "score", "items"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`table.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {trajectories.flatMap((one) =>
              one.points.map((point) => (
                <ScoreRow key={`${one.measure} ${point.timepointId}`} trajectory={one} point={point} />
              )),
            )}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}

function ScoreRow(props: {
  readonly trajectory: Trajectory;
  readonly point: Trajectory["points"][number];
}): React.JSX.Element {
  const t = useTranslations("participants.one");
  const locale = useLocale();
  const day = useDay();
  const { trajectory, point } = props;
  const band = point.value === null ? null : bandOf(point.value, trajectory.bands);
  return (
    <tr>
      <th scope="row">{trajectory.label[locale]}</th>
      <td>
        {point.timepoint}, {day(point.answeredOn)}
      </td>
      <td>
        {point.value === null ? t("noValue") : formatRounded(point.value, "score", locale)} {trajectory.unit}
        {band ? ` (${band.label[locale]})` : ""}
      </td>
      <td>
        <ScoreBasis point={point} />
      </td>
    </tr>
  );
}
