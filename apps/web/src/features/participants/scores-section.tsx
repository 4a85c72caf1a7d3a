import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { useTranslations } from "next-intl";
import styles from "./participant.module.css";
import type { Participant, Trajectory } from "./participant-views";
import { TrajectoryFigure } from "./trajectory-figure";

/** How the person's scores went; only for roles that may see scores. */
export function ScoresSection(props: { readonly trajectories: Participant["trajectories"] }): React.JSX.Element {
  const t = useTranslations("participants.one");
  const { trajectories } = props;
  if (trajectories === null) return <p className={styles.note}>{t("noScoreAccess")}</p>;
  if (trajectories.length === 0) return <EmptyState title={t("noScoresTitle")}>{t("noScores")}</EmptyState>;
  const shown = trajectories.filter((one) => one.headline);
  const parts = trajectories.filter((one) => !one.headline);
  return (
    <section className={styles.section} aria-labelledby="scores">
      <h2 id="scores">{t("scores")}</h2>
      <p className={styles.note}>{t("scoresNote")}</p>
      <Figures trajectories={shown} />
      {parts.length > 0 ? (
        <details className={styles.parts}>
          <summary>{t("details", { n: parts.length })}</summary>
          <Figures trajectories={parts} />
        </details>
      ) : null}
    </section>
  );
}

function Figures({ trajectories }: { readonly trajectories: readonly Trajectory[] }): React.JSX.Element {
  return (
    <div className={styles.figures}>
      {trajectories.map((one) => (
        <TrajectoryFigure key={one.measure} trajectory={one} />
      ))}
    </div>
  );
}
