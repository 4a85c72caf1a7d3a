import { findElement } from "@alongside/domain/framework/registry";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { useLocale, useTranslations } from "next-intl";
import { groupTrajectories, type TrajectoryGroup } from "./group-trajectories";
import styles from "./participant.module.css";
import type { Participant, Trajectory } from "./participant-views";
import { ScoreList } from "./score-list";
import { TrajectoryFigure } from "./trajectory-figure";

/** How the person's scores went, by outcome domain; only for roles that may see scores. */
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
      {groupTrajectories(shown).map((group) => (
        <DomainScores key={group.domain ?? "none"} group={group} />
      ))}
      {parts.length > 0 ? (
        <details className={styles.parts}>
          <summary>{t("details", { n: parts.length })}</summary>
          {groupTrajectories(parts).map((group) => (
            <DomainScores key={group.domain ?? "none"} group={group} />
          ))}
        </details>
      ) : null}
    </section>
  );
}

function DomainScores({ group }: { readonly group: TrajectoryGroup<Trajectory> }): React.JSX.Element {
  const t = useTranslations("participants.one");
  const locale = useLocale();
  const label = group.domain === null ? undefined : findElement(group.domain)?.label[locale];
  return (
    <div className={styles.domain}>
      <h3>{label ?? t("outsideDomains")}</h3>
      {group.drawn.length > 0 ? (
        <div className={styles.figures}>
          {group.drawn.map((one) => (
            <TrajectoryFigure key={one.measure} trajectory={one} />
          ))}
        </div>
      ) : null}
      {group.listed.length > 0 ? <ScoreList trajectories={group.listed} /> : null}
    </div>
  );
}
