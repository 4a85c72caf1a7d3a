import type { RepeatedWaves } from "@alongside/analysis/change-detail/repeated-waves";
import { useTranslations } from "next-intl";
import { ComputedMarks } from "./computed-marks";
import { EstimandPart } from "./estimand-part";
import styles from "./outcome.module.css";
import type { OutcomePlace, OutcomeView } from "./outcome-view";
import { type NamedEstimate, ProgramList, statedEstimates } from "./program-list";
import { Section } from "./section";
import { useFigures } from "./use-figures";

/** The method in a paragraph, the rows it used, which programs made the figures, and how to make them again. */
export function ComputedSection(props: {
  readonly view: OutcomeView;
  readonly place: OutcomePlace;
  /** Where the script that computes everything again is downloaded. */
  readonly scriptHref: string;
}): React.JSX.Element {
  const t = useTranslations("outcome.computed");
  const figures = useFigures();
  const { view } = props;
  const { analysis, waves, leftOut } = view;
  const {
    sets,
    findings,
    findings: [lead],
  } = analysis;
  const row = useTranslations("outcome.finding.row");
  const programs = usePrograms();
  const structure = structureOf(view);
  return (
    <Section
      id="computed"
      title={t("title")}
      finding={t("finding", { n: figures.count(sets.completeCases), left: leftOut.length })}
    >
      <div className={styles.figure}>
        <p>{t("method", { from: waves[0]?.label ?? "", to: waves[view.wave]?.label ?? "" })}</p>
        {lead.id === "complete-pairs" ? null : <p data-method={lead.id}>{t(`lead.${lead.id}`)}</p>}
        {structure === null ? null : (
          <p data-structure={structure.structure}>
            {t("structure.title", {
              count: structure.left.length,
              structure: t(`structure.${structure.structure}`),
            })}
          </p>
        )}
        <EstimandPart
          view={view}
          of="scores"
          findings={findings.map(({ id, estimand }) => ({ name: row(id), estimand }))}
          sets={sets}
        />
        <ProgramList programs={programs(view)} />
        {leftOut.length === 0 ? null : (
          <>
            <h3>{t("leftOut.title")}</h3>
            <ul className={styles.plain} data-fact="left-out">
              {leftOut.map((code) => (
                <li key={code}>{t(`leftOut.${code}`)}</li>
              ))}
            </ul>
          </>
        )}
        <ComputedMarks {...props} />
      </div>
    </Section>
  );
}

/** How scores of one person hang together in the model over all waves; of the cohorts together where that leads. */
function structureOf({ analysis }: OutcomeView): Pick<RepeatedWaves, "structure" | "left"> | null {
  const { repeated, comparison, findings } = analysis;
  const overWaves = comparison?.kind === "comparison" ? comparison.overWaves : null;
  if (findings[0].id === "over-waves" && overWaves?.kind === "cohorts-over-waves") return overWaves;
  return repeated?.kind === "repeated-waves" ? repeated : null;
}

/** Every estimate of the page that is there at once, with its name. */
function usePrograms(): (view: OutcomeView) => readonly NamedEstimate[] {
  const t = useTranslations("outcome.computed.what");
  const versus = useTranslations("outcome.versus.row");
  const scale = useTranslations("outcome.scale");
  return ({ analysis, wave }) => {
    const { change, repeated, reliableChange, responders, comparison, psychometrics } = analysis;
    const compared = comparison?.kind === "comparison" ? comparison : null;
    const weighted = compared?.weighting.kind === "weighted-cohorts" ? compared.weighting : null;
    const items = psychometrics.consistency.kind === "consistency" ? psychometrics.consistency : null;
    return statedEstimates([
      { what: t("change"), estimate: change.change },
      { what: t("standardised"), estimate: change.standardised },
      { what: t("centre"), estimate: change.centre },
      { what: t("likelihood"), estimate: repeated?.kind === "repeated-waves" ? repeated.changes[wave - 1] : null },
      {
        what: t("deterioration"),
        estimate: reliableChange.kind === "reliable-change" ? reliableChange.deterioration : null,
      },
      { what: t("responders"), estimate: responders.share },
      { what: versus("unadjusted.label"), estimate: compared?.differences.unadjusted },
      { what: versus("ancova.label"), estimate: compared?.differences.ancova },
      { what: versus("did.label"), estimate: compared?.differences.differenceInDifferences },
      {
        what: versus("overWaves.label"),
        estimate: compared?.overWaves?.kind === "cohorts-over-waves" ? compared.overWaves.differences[wave - 1] : null,
      },
      { what: versus("weighted.label"), estimate: weighted?.weighted },
      { what: versus("doublyRobust.label"), estimate: weighted?.doublyRobust },
      { what: scale("omega"), estimate: items?.omega },
      { what: scale("alpha"), estimate: items?.alpha },
    ]);
  };
}
