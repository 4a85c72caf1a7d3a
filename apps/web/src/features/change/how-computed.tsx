import { formatRounded } from "@alongside/domain/display/rounding";
import { useLocale, useTranslations } from "next-intl";
import type { ShownCohort } from "./change-view";
import styles from "./how-computed.module.css";

/** What stands behind the figures of one card, and which program made them. */
export function HowComputed(props: {
  readonly cohorts: readonly ShownCohort[];
  readonly methodHref: string;
  readonly yesOrNo?: boolean;
}): React.JSX.Element {
  const t = useTranslations("change.how");
  const shares = useTranslations("change.shares");
  const claim = useTranslations("change.claim");
  const locale = useLocale();
  return (
    <div className={styles.text}>
      <p>{props.yesOrNo ? shares("how") : t("method")}</p>
      <p>{t("reading")}</p>
      {props.yesOrNo ? null : <p>{t("standardised")}</p>}
      <p>{t("chart")}</p>
      <p>{t("missing")}</p>
      <p>{claim("text")}</p>
      <ul>
        {props.cohorts.map(({ cohort, name, followUp: { change } }) =>
          change.kind === "estimate" ? (
            <li key={cohort.cohortId}>
              {t("provenance", {
                cohort: name,
                n: formatRounded(change.n, "count", locale),
                method: change.method,
                statistic: change.provenance.statistic,
                version: change.provenance.version,
              })}
            </li>
          ) : null,
        )}
      </ul>
      <a href={props.methodHref}>{t("more")}</a>
    </div>
  );
}
