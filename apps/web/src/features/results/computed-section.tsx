import { buttonClass } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import styles from "@/features/outcome/outcome.module.css";
import { Section } from "@/features/outcome/section";
import type { ResultsPlace, ResultsView } from "./results-view";
import { useRuleTitle } from "./use-rule-title";
import { useShown } from "./use-shown";

const METHODS = ["shift", "level", "times", "cascade", "waves", "hidden"] as const;

/** The methods in words, the rules with their sources, which programs made the figures, and how to make them again. */
export function ComputedSection(props: {
  readonly view: ResultsView;
  readonly place: ResultsPlace;
  readonly scriptHref: string;
}): React.JSX.Element {
  const t = useTranslations("results.computed");
  const shown = useShown();
  const title = useRuleTitle(props.view);
  const { view, place } = props;
  const { suppression, transitions, times, cascade } = view;
  const { confirmed } = times.rebound;
  const programs = [...suppression.rules, ...transitions, times.suppression, times.rebound, cascade].map(
    ({ frame }) => frame.provenance,
  );
  const unique = [...new Map(programs.map((one) => [one.analysis, one])).values()];
  return (
    <Section id="computed" title={t("title")} finding={t("finding", { rule: title(view.rules[0]?.id ?? "") })}>
      <div className={styles.figure}>
        {METHODS.map((method) => (
          <p key={method}>
            {t(`method.${method}`, { threshold: view.threshold, waveRule: view.waveRule, twice: String(confirmed) })}
          </p>
        ))}
        <h3>{t("rules")}</h3>
        <ul className={styles.plain}>
          {view.rules.map(({ id, source, validFrom }) => (
            <li key={id}>{t("rule", { rule: title(id), day: validFrom, source })}</li>
          ))}
        </ul>
        <p>{t("unreadable", { results: shown.people(view.unreadable) })}</p>
        <h3>{t("provenance")}</h3>
        <ul className={styles.plain}>
          {unique.map(({ analysis, version }) => (
            <li key={analysis}>{t("program", { analysis, version })}</li>
          ))}
        </ul>
        <p className={styles.hash}>{t("hash", { hash: view.dataHash })}</p>
        <p className={styles.soft}>{t("at", { at: view.computedAt.toISOString().slice(0, 16).replace("T", " ") })}</p>
        <p className={styles.badges}>
          {place.verbs.includes("suppression.export") && view.heldSince === null ? (
            <a className={buttonClass()} href={props.scriptHref}>
              {t("script")}
            </a>
          ) : null}
        </p>
      </div>
    </Section>
  );
}
