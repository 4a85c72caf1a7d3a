import { useTranslations } from "next-intl";
import { CountValue } from "@/features/change/shown-values";
import { FigureTable } from "./figure-table";
import styles from "./outcome.module.css";
import type { OutcomeView } from "./outcome-view";
import { useFigures } from "./use-figures";

/** Where scores are missing, whether those who left began differently, and what goes with a missing score. */
export function MissingPart({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.behind");
  const { bySite } = view.analysis.attrition;
  const siteName = useSiteNames(view);
  return (
    <div className={styles.figure}>
      <h3>{t("leavers.title")}</h3>
      <p>
        <Leavers view={view} />
      </p>
      {bySite.length > 1 ? (
        <>
          <h3>{t("site.title")}</h3>
          <FigureTable
            caption={t("site.caption", { time: view.waves[view.wave]?.label ?? "" })}
            head={[t("site.site"), t("site.baseline"), t("site.missing")]}
            rows={bySite.map(({ siteId, baselineMeasured, missing }) => ({
              id: siteId,
              cells: [
                siteName(siteId),
                <CountValue key="baseline" count={baselineMeasured} />,
                <CountValue key="missing" count={missing} />,
              ],
            }))}
          />
        </>
      ) : null}
      <h3>{t("model.title")}</h3>
      <Model view={view} />
    </div>
  );
}

function useSiteNames(view: OutcomeView): (siteId: string) => string {
  const t = useTranslations("outcome.behind.site");
  return (siteId) => view.sites.find(({ id }) => id === siteId)?.name ?? t("unknown");
}

function Leavers({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.behind.leavers");
  const figures = useFigures();
  const { leavers } = view.analysis.attrition;
  if ("kind" in leavers) return <>{t("hidden")}</>;
  if (leavers.left === 0) return <>{t("nobody")}</>;
  const { left, stayed, meanLeft, meanStayed, difference } = leavers;
  const values = {
    left: figures.count(left),
    stayed: figures.count(stayed),
    meanLeft: figures.mean(meanLeft),
    meanStayed: figures.mean(meanStayed),
  };
  if (difference.kind !== "estimate") return <>{t("noDifference", values)}</>;
  return (
    <>
      {t("text", {
        ...values,
        difference: figures.effect(difference.value),
        low: figures.effect(difference.interval.low),
        high: figures.effect(difference.interval.high),
      })}
    </>
  );
}

function Model({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.behind.model");
  const figures = useFigures();
  const siteName = useSiteNames(view);
  const { model } = view.analysis.attrition;
  if (model.kind !== "missingness-model") return <p>{t("none", { reason: figures.why(model) })}</p>;
  const { bySite } = view.analysis.attrition;
  const hidesSites = bySite.some((at) => at.baselineMeasured.kind !== "exact" || at.missing.kind !== "exact");
  // Every site with a baseline is in the model but the first, which the others are held against.
  const reference = bySite.find(
    ({ siteId, baselineMeasured }) =>
      !(baselineMeasured.kind === "exact" && baselineMeasured.n === 0) &&
      !model.sites.some((one) => one.siteId === siteId),
  );
  return (
    <>
      <ul className={styles.plain}>
        <li>{t("baseline", { ratio: figures.estimate(model.baseline, "effect") })}</li>
        {model.sites.map(({ siteId, oddsRatio }) => (
          <li key={siteId}>
            {t("site", {
              site: siteName(siteId),
              reference: siteName(reference?.siteId ?? ""),
              ratio: figures.estimate(oddsRatio, "effect"),
            })}
          </li>
        ))}
      </ul>
      <p className={styles.soft}>{t("n", { n: figures.count(model.n), missing: figures.count(model.missing) })}</p>
      {hidesSites && bySite.length > 1 ? <p className={styles.soft}>{t("noSites")}</p> : null}
    </>
  );
}
