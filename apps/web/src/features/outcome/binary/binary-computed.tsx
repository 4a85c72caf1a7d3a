import { buttonClass } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { EstimandPart } from "../estimand-part";
import styles from "../outcome.module.css";
import type { BinaryView, Estimate, OutcomePlace } from "../outcome-view";
import { Section } from "../section";
import { useFigures } from "../use-figures";
import { useShareWords } from "./use-share-words";

/** Method, question, programs, fingerprints, and the script that computes it again. */
export function BinaryComputed(props: {
  readonly view: BinaryView;
  readonly place: OutcomePlace;
  readonly scriptHref: string;
}): React.JSX.Element {
  const t = useTranslations("outcomeYesNo");
  const page = useTranslations("outcome.computed");
  const change = useTranslations("change.method");
  const figures = useFigures();
  const programs = usePrograms();
  const { view, place } = props;
  const words = useShareWords(view);
  const { standing, dataHash, computedAt } = view;
  const measure = view.description.label[figures.locale];
  return (
    <Section
      id="computed"
      title={t("contents.computed")}
      finding={t("computed.finding", { n: figures.count(view.analysis.sets.completeCases) })}
    >
      <div className={styles.figure}>
        <p>{t("computed.method", { measure })}</p>
        <EstimandPart
          view={view}
          of="answers"
          findings={view.analysis.findings.map((one) => ({ name: words.name(one), estimand: one.estimand }))}
          sets={view.analysis.sets}
        />
        <p className={styles.soft}>{t("computed.left")}</p>
        <h3>{page("provenance")}</h3>
        <ul className={styles.plain}>
          {programs(view).map(({ what, estimate }) =>
            estimate.kind === "estimate" ? (
              <li key={what}>
                {page("program", {
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
        <p className={styles.hash}>{page("hash", { hash: dataHash })}</p>
        {standing.kind === "exploratory" ? null : (
          <p className={styles.hash}>{page("plan", { hash: standing.plan.hash })}</p>
        )}
        <p className={styles.soft}>{page("at", { at: computedAt.toISOString().slice(0, 16).replace("T", " ") })}</p>
        <p className={styles.badges}>
          {place.verbs.includes("outcome.export-script") ? (
            <a className={buttonClass()} href={props.scriptHref} download>
              {page("script")}
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

/** Every estimate of the page, with its name. */
function usePrograms(): (view: BinaryView) => readonly { readonly what: string; readonly estimate: Estimate }[] {
  const t = useTranslations("outcomeYesNo");
  return ({ analysis: { figures, comparison } }) => {
    const [known] = figures;
    const all: readonly { readonly what: string; readonly estimate: Estimate | null | undefined }[] = [
      { what: t("finding.before"), estimate: known?.before },
      { what: t("finding.difference"), estimate: known?.difference },
      { what: t("finding.odds"), estimate: known?.oddsRatio },
      { what: t("contents.versus"), estimate: comparison?.netDifference[0]?.estimate },
      { what: t("versus.ratio"), estimate: comparison?.ratio.unadjusted },
    ];
    return all.flatMap(({ what, estimate }) => (estimate ? [{ what, estimate }] : []));
  };
}
