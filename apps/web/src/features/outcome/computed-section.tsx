import { buttonClass } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
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
  const { analysis, standing, dataHash, computedAt, waves } = view;
  const { sets } = analysis;
  return (
    <Section id="computed" title={t("title")} finding={t("finding", { n: figures.count(sets.completeCases) })}>
      <div className={styles.figure}>
        <p>{t("method", { from: waves[0]?.label ?? "", to: waves[view.wave]?.label ?? "" })}</p>
        <h3>{t("provenance")}</h3>
        <ul className={styles.plain}>
          {programsOf(view).map(({ what, estimate }) =>
            estimate.kind === "estimate" ? (
              <li key={what}>
                {t("program", {
                  what: t(`what.${what}`),
                  statistic: estimate.provenance.statistic,
                  version: estimate.provenance.version,
                  method: estimate.method,
                  n: figures.count(estimate.n),
                })}
              </li>
            ) : null,
          )}
        </ul>
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
function programsOf({ analysis, wave }: OutcomeView) {
  const { change, repeated, reliableChange, responders } = analysis;
  const likelihood = repeated.kind === "repeated-waves" ? repeated.changes[wave - 1] : null;
  const deterioration = reliableChange.kind === "reliable-change" ? reliableChange.deterioration : null;
  const all = [
    { what: "change", estimate: change.change },
    { what: "standardised", estimate: change.standardised },
    { what: "centre", estimate: change.centre },
    { what: "likelihood", estimate: likelihood },
    { what: "deterioration", estimate: deterioration },
    { what: "responders", estimate: responders.share },
  ] as const;
  return all.flatMap(({ what, estimate }) => {
    const found: Estimate | null | undefined = estimate;
    return found ? [{ what, estimate: found }] : [];
  });
}
