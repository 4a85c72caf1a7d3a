"use client";

import type { LongStrip } from "@alongside/analysis/sensitivity/long-strip";
import type { StripRow } from "@alongside/analysis/sensitivity/quick-strip";
import type { Improvement } from "@alongside/domain/instruments/scale";
import { Forest } from "@alongside/ui/charts/forest/forest";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { usePeopleBehind } from "@/features/chart-files/use-people-behind";
import { agreement } from "./agreement";
import { LongControls } from "./long-controls";
import { longRows } from "./long-rows";
import { LongWords } from "./long-words";
import styles from "./outcome.module.css";
import { useFigures } from "./use-figures";
import { type LongQuestion, useLongRows } from "./use-long-rows";
import { WaysTable } from "./ways-table";

/** The same change under other assumptions: some rows at once, those that take long when somebody asks for them. */
export function SensitivityStrip(props: {
  readonly quick: readonly StripRow[];
  /** Of everybody with a baseline, to which the row by likelihood is adjusted; null where there is no such model. */
  readonly meanBaseline: number | null;
  readonly question: LongQuestion;
  /** The address asks for the long rows. */
  readonly asked: boolean;
  readonly mayCompute: boolean;
  readonly axis: {
    readonly improvement: Improvement;
    readonly importantDifference: number | null;
    readonly locale: string;
    readonly better: string;
    readonly worse: string;
    readonly bandLabel: string | null;
  };
}): React.JSX.Element {
  const t = useTranslations("outcomeLong");
  const figures = useFigures();
  const peopleBehind = usePeopleBehind();
  const long = useLongRows(props.question, props.asked && props.mayCompute);
  const result = long.state?.kind === "done" ? long.state.result : null;
  const found = result === null ? props.quick : [...props.quick, ...longRows(result)];
  const rows = found.map(({ id, estimate }) => ({
    id,
    label: t(`row.${id}.label`),
    note: t(`row.${id}.note`, {
      count: figures.count(timesOf(id, result)),
      mean: props.meanBaseline === null ? "–" : figures.mean(props.meanBaseline),
    }),
    estimate,
    text: figures.estimate(estimate),
  }));
  const estimated = rows.filter(({ estimate }) => estimate.kind === "estimate").length;
  const agreed = t(agreement(found), { count: estimated });
  return (
    <div className={styles.figure}>
      <ChartFrame
        finding={t("title")}
        subtitle={agreed}
        states={agreed}
        basis={peopleBehind(rows)}
        chart={<Forest {...props.axis} rows={rows} />}
        summary={figures.summary(rows)}
      />
      <WaysTable show={t("table")} caption={t("caption")} corner={t("way")} ways={rows} />
      {props.mayCompute ? <LongControls long={long} /> : null}
      {result === null ? null : <LongWords result={result} points={props.axis.importantDifference} />}
    </div>
  );
}

/** How many times something was drawn for a row. */
function timesOf(id: StripRow["id"], result: LongStrip | null): number {
  if (id === "bootstrap") return result?.bootstrap.resamples ?? 0;
  return id === "imputation" ? (result?.imputation?.imputations ?? 0) : 0;
}
