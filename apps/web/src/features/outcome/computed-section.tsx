import { buttonClass } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { EstimandPart } from "./estimand-part";
import styles from "./outcome.module.css";
import type { Estimate, OutcomePlace, OutcomeView } from "./outcome-view";
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
  const change = useTranslations("change.method");
  const figures = useFigures();
  const { view, place } = props;
  const { analysis, standing, dataHash, computedAt, waves, leftOut } = view;
  const {
    sets,
    findings,
    findings: [lead],
  } = analysis;
  const row = useTranslations("outcome.finding.row");
  const programs = usePrograms();
  return (
    <Section
      id="computed"
      title={t("title")}
      finding={t("finding", { n: figures.count(sets.completeCases), left: leftOut.length })}
    >
      <div className={styles.figure}>
        <p>{t("method", { from: waves[0]?.label ?? "", to: waves[view.wave]?.label ?? "" })}</p>
        {lead.id === "complete-pairs" ? null : <p data-method={lead.id}>{t(`lead.${lead.id}`)}</p>}
        <EstimandPart
          view={view}
          of="scores"
          findings={findings.map(({ id, estimand }) => ({ name: row(id), estimand }))}
          sets={sets}
        />
        <h3>{t("provenance")}</h3>
        <ul className={styles.plain}>
          {programs(view).map(({ what, estimate }) =>
            estimate.kind === "estimate" ? (
              <li key={what}>
                {t("program", {
                  what,
                  statistic: estimate.provenance.statistic,
                  version: estimate.provenance.version,
                  method: estimate.method,
                  n: figures.count(estimate.n),
                })}
              </li>
            ) : null,
          )}
        </ul>
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
        <p className={styles.hash}>{t("hash", { hash: dataHash })}</p>
        {standing.kind === "exploratory" ? null : (
          <p className={styles.hash}>{t("plan", { hash: standing.plan.hash })}</p>
        )}
        <p className={styles.soft}>{t("at", { at: computedAt.toISOString().slice(0, 16).replace("T", " ") })}</p>
        <p className={styles.badges}>
          {place.verbs.includes("outcome.export-script") ? (
            <a className={buttonClass()} href={props.scriptHref} download>
              {t("script")}
            </a>
          ) : null}
          <a className={buttonClass({ kind: "quiet" })} href={`${place.base}/change/method`}>
            {change("title")}
          </a>
        </p>
      </div>
    </Section>
  );
}

/** Every estimate of the page that is there at once, with its name. */
function usePrograms(): (view: OutcomeView) => readonly { readonly what: string; readonly estimate: Estimate }[] {
  const t = useTranslations("outcome.computed.what");
  const versus = useTranslations("outcome.versus.row");
  const scale = useTranslations("outcome.scale");
  return ({ analysis, wave }) => {
    const { change, repeated, reliableChange, responders, comparison, psychometrics } = analysis;
    const compared = comparison?.kind === "comparison" ? comparison : null;
    const weighted = compared?.weighting.kind === "weighted-cohorts" ? compared.weighting : null;
    const items = psychometrics.consistency.kind === "consistency" ? psychometrics.consistency : null;
    const all: readonly { readonly what: string; readonly estimate: Estimate | null | undefined }[] = [
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
    ];
    return all.flatMap(({ what, estimate }) => (estimate ? [{ what, estimate }] : []));
  };
}
