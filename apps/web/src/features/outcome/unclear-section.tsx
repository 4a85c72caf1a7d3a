import { useTranslations } from "next-intl";
import styles from "./outcome.module.css";
import type { Analysis, OutcomeView } from "./outcome-view";
import { Section } from "./section";
import { useFigures } from "./use-figures";

type Check = NonNullable<Analysis["nullResult"]>;

/** Where an interval holds zero: the three plain reasons that could stand behind it, always all three. */
export function UnclearSection({ view }: { readonly view: OutcomeView }): React.JSX.Element | null {
  const t = useTranslations("outcome.unclear");
  const check = view.analysis.nullResult;
  if (check === null) return null;
  return (
    <Section id="unclear" title={t("title")} finding={t("finding")}>
      <div className={styles.figure}>
        <h3>{t("power")}</h3>
        <Power checks={check.power} />
        <h3>{t("dose")}</h3>
        <Dose dose={check.dose} />
        <h3>{t("tool")}</h3>
        <Tool tool={check.tool} />
        <p className={styles.soft}>{t("limits")}</p>
      </div>
    </Section>
  );
}

function Power({ checks }: { readonly checks: Check["power"] }): React.JSX.Element {
  const t = useTranslations("outcome.unclear");
  const figures = useFigures();
  return (
    <ul>
      {checks.map(({ about, estimate, importantDifference, verdict, detectable, needed }) => {
        const points = importantDifference === null ? "" : figures.score(importantDifference);
        const { low, high } = estimate.interval;
        return (
          <li key={about} data-verdict={verdict}>
            <p>{t(`verdict.${verdict}`, { about, points, low: figures.mean(low), high: figures.mean(high) })}</p>
            <p className={styles.soft}>
              {detectable.kind === "value" ? t("detectable", { value: figures.mean(detectable.value) }) : null}{" "}
              {needed?.kind === "value" && points !== ""
                ? t("needed", { about, points, n: figures.count(Math.ceil(needed.value)) })
                : null}
            </p>
          </li>
        );
      })}
    </ul>
  );
}

function Dose({ dose }: { readonly dose: Check["dose"] }): React.JSX.Element {
  const t = useTranslations("outcome.unclear");
  const figures = useFigures();
  if (dose.kind === "not-recorded") return <p>{t("doseNone")}</p>;
  const { n, medianMinutes, shareOfPlan, belowMinimum, low } = dose;
  return (
    <p>
      {t("doseValue", {
        median: figures.count(medianMinutes),
        share: figures.share(shareOfPlan),
        below: figures.share(belowMinimum),
        n: figures.count(n),
      })}{" "}
      {t(low ? "doseLow" : "doseEnough")}
    </p>
  );
}

function Tool({ tool }: { readonly tool: Check["tool"] }): React.JSX.Element {
  const t = useTranslations("outcome.unclear");
  const figures = useFigures();
  return (
    <>
      <p data-verdict={tool.verdict}>{t(`toolVerdict.${tool.verdict}`)}</p>
      {tool.reasons.length > 0 ? (
        <ul>
          {tool.reasons.map((reason) => (
            <li key={reason}>{t(`reason.${reason}`)}</li>
          ))}
        </ul>
      ) : null}
      {tool.baseline === null ? null : (
        <p className={styles.soft}>
          {t("median", { median: figures.score(tool.baseline.median), n: figures.count(tool.baseline.n) })}
        </p>
      )}
    </>
  );
}
