import type { LabKind } from "@alongside/domain/laboratory/kinds";
import { useTranslations } from "next-intl";
import { useDay } from "@/features/participants/calendar-day";
import type { Recent } from "./laboratory-view";
import { useResultWords } from "./result-words";
import styles from "./stack.module.css";

/** The last two results of the person and the current window. Nothing that says who it is. */
export function RecentLine({ recent, kind }: { readonly recent: Recent; readonly kind: LabKind }): React.JSX.Element {
  const t = useTranslations("laboratory.recent");
  const words = useResultWords();
  const day = useDay();
  const results = recent.results[kind];
  const { window, treatmentStartedOn } = recent;
  return (
    <ul className={styles.recent}>
      {results.length === 0 ? <li>{t("none")}</li> : null}
      {results.map(({ resultId, measurement }) => (
        <li key={resultId}>
          {t("result", { day: day(measurement.result.collectedOn), result: words.measurement(measurement) })}
        </li>
      ))}
      {window === null ? null : (
        <li>
          {t(window.open ? "windowOpen" : "windowNext", {
            timepoint: window.label,
            from: day(window.opensOn),
            to: day(window.closesOn),
          })}
        </li>
      )}
      {treatmentStartedOn === null ? null : <li>{t("treatment", { day: day(treatmentStartedOn) })}</li>}
      {recent.endedOn === null ? null : <li>{t("ended", { day: day(recent.endedOn) })}</li>}
    </ul>
  );
}
