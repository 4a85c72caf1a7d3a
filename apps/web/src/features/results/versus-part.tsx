import { useTranslations } from "next-intl";
import { FigureTable } from "@/features/outcome/figure-table";
import styles from "@/features/outcome/outcome.module.css";
import type { RuledSuppression } from "./results-view";
import { useShown } from "./use-shown";

/** How far the change of one cohort differs from that of the other, over every denominator, and the ratio of shares after. */
export function VersusPart(props: {
  readonly compared: NonNullable<RuledSuppression["compared"]>;
  readonly own: string;
  readonly other: string;
}): React.JSX.Element {
  const t = useTranslations("results.versus");
  const shift = useTranslations("results.shift");
  const shown = useShown();
  const { compared, own, other } = props;
  const { ratio, netDifference, frame } = compared;
  const names = { own, other };
  return (
    <div className={styles.figure} data-part="versus">
      <h4 style={{ margin: 0 }}>{t("title", names)}</h4>
      <FigureTable
        caption={t("title", names)}
        head={[shift("denominator"), t("net"), t("n")]}
        rows={netDifference.map(({ denominator, estimate }) => ({
          id: denominator,
          cells: [
            shift(`of.${denominator}`),
            shown.difference(estimate),
            estimate.kind === "estimate" ? shown.count(estimate.n) : shown.none,
          ],
        }))}
      />
      <p>
        {ratio.unadjusted.kind === "estimate"
          ? t("ratio", { ...names, plain: shown.estimate(ratio.unadjusted), p: shown.test(ratio.unadjusted) })
          : t("noRatio", { ...names, reason: shown.why(ratio.unadjusted) })}{" "}
        {ratio.adjusted.kind === "estimate"
          ? t("adjusted", { ratio: shown.estimate(ratio.adjusted), p: shown.test(ratio.adjusted) })
          : null}
      </p>
      {ratio.unadjusted.kind === "estimate" ? (
        <p className={styles.soft}>{t(`errors.${ratio.errors}`, { sites: ratio.sites })}</p>
      ) : null}
      <p className={styles.soft} data-claim={frame.claim.level}>
        {t(`claim.${frame.claim.wording}`)}
      </p>
    </div>
  );
}
