import { useTranslations } from "next-intl";
import styles from "./outcome.module.css";
import type { Estimate } from "./outcome-view";
import { useFigures } from "./use-figures";

/** A figure of the page, with its name. */
export interface NamedEstimate {
  readonly what: string;
  readonly estimate: Estimate;
}

/** Those figures that the page has. */
export function statedEstimates(
  all: readonly { readonly what: string; readonly estimate: Estimate | null | undefined }[],
): readonly NamedEstimate[] {
  return all.flatMap(({ what, estimate }) => (estimate ? [{ what, estimate }] : []));
}

/** Which program made each figure, by which method, from how many. */
export function ProgramList({ programs }: { readonly programs: readonly NamedEstimate[] }): React.JSX.Element {
  const t = useTranslations("outcome.computed");
  const figures = useFigures();
  return (
    <>
      <h3>{t("provenance")}</h3>
      <ul className={styles.plain}>
        {programs.map(({ what, estimate }) =>
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
    </>
  );
}
