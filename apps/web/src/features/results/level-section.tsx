"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import styles from "@/features/outcome/outcome.module.css";
import { Section } from "@/features/outcome/section";
import { LevelFigures } from "./level-figures";
import type { ResultsPlace } from "./results-view";
import { type LevelQuestion, useLevel } from "./use-level";
import { useLevelFinding } from "./use-level-finding";

/** Names that stand in sentences. */
export interface LevelNames {
  readonly own: string;
  readonly other: string | null;
  readonly from: string;
  readonly to: string;
}

/** How far the numbers themselves moved. A likelihood takes seconds, so this part comes when it is there. */
export function LevelSection(props: {
  readonly place: ResultsPlace;
  readonly question: Omit<LevelQuestion, "programmeId">;
  readonly names: LevelNames;
}): React.JSX.Element {
  const t = useTranslations("resultsLevel");
  const finding = useLevelFinding();
  const { state, error, again } = useLevel({ programmeId: props.place.programmeId, ...props.question });
  const done = state?.kind === "done" ? state.result : null;
  const stopped = state?.kind === "interrupted" || state?.kind === "cancelled";
  return (
    <Section
      id="level"
      title={t("title")}
      finding={done === null ? t("computing.what") : finding(done.own, props.names.own, props.names)}
    >
      <div data-level={state?.kind ?? "starting"} aria-live="polite">
        {error ? <FailureNotice error={error} /> : null}
        {done !== null || error || stopped ? null : <p className={styles.soft}>{t("computing.wait")}</p>}
        {stopped || error ? (
          <p className={styles.badges}>
            {stopped ? <span>{t("computing.stopped")}</span> : null}
            <Button onClick={again}>{t("computing.again")}</Button>
          </p>
        ) : null}
      </div>
      {done === null ? null : <LevelFigures change={done} names={props.names} />}
    </Section>
  );
}
