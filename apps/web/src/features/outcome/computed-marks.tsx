import { buttonClass } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import styles from "./outcome.module.css";
import type { OutcomePlace, OutcomeView } from "./outcome-view";

/** Fingerprints of the data and the plan, when it was computed, the script that computes it again, and the methods. */
export function ComputedMarks(props: {
  readonly view: Pick<OutcomeView, "standing" | "dataHash" | "computedAt" | "heldSince">;
  readonly place: OutcomePlace;
  readonly scriptHref: string;
}): React.JSX.Element {
  const t = useTranslations("outcome.computed");
  const change = useTranslations("change.method");
  const { place } = props;
  // Figures that are held back have no script: it would be of other rows.
  const { standing, dataHash, computedAt, heldSince } = props.view;
  return (
    <>
      <p className={styles.hash}>{t("hash", { hash: dataHash })}</p>
      {standing.kind === "exploratory" ? null : (
        <p className={styles.hash}>{t("plan", { hash: standing.plan.hash })}</p>
      )}
      <p className={styles.soft}>{t("at", { at: computedAt.toISOString().slice(0, 16).replace("T", " ") })}</p>
      <p className={styles.badges}>
        {place.verbs.includes("outcome.export-script") && heldSince === null ? (
          <a className={buttonClass()} href={props.scriptHref}>
            {t("script")}
          </a>
        ) : null}
        <a className={buttonClass({ kind: "quiet" })} href={`${place.base}/change/method`}>
          {change("title")}
        </a>
      </p>
    </>
  );
}
