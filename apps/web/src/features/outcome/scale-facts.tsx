import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FactList } from "./fact-list";
import styles from "./outcome.module.css";
import type { OutcomeView } from "./outcome-view";
import { useFigures } from "./use-figures";

/** Two items have no factor of their own: all loadings that multiply to their covariance fit alike. */
const ITEMS_FOR_OMEGA = 3;

/** Reliability, ends and responsiveness of the scale, name by name. */
export function ScaleFacts({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.scale");
  const kind = useTranslations("outcome.who.kind");
  const figures = useFigures();
  const { consistency, responsiveness, published } = view.analysis.psychometrics;
  const facts: { id: string; name: string; value: ReactNode }[] = [];
  if (consistency.kind === "consistency") {
    const { n, incomplete, omega, alpha } = consistency;
    facts.push(
      {
        id: "omega",
        name: t("omega"),
        value:
          consistency.items.length > 0 && consistency.items.length < ITEMS_FOR_OMEGA
            ? t("omegaItems")
            : figures.estimate(omega, "effect"),
      },
      { id: "alpha", name: t("alpha"), value: figures.estimate(alpha, "effect") },
      {
        id: "answers",
        name: t("answers"),
        value: t("answersValue", { n: figures.count(n), incomplete: figures.count(incomplete) }),
      },
    );
  }
  facts.push(
    { id: "low-end", name: t("low"), value: <End view={view} end="floor" /> },
    { id: "high-end", name: t("high"), value: <End view={view} end="ceiling" /> },
  );
  if (responsiveness.kind === "responsiveness") {
    const { standardisedResponseMean, guyatt } = responsiveness;
    facts.push(
      { id: "srm", name: t("srm"), value: figures.estimate(standardisedResponseMean, "effect") },
      {
        id: "guyatt",
        name: t("guyatt"),
        value:
          guyatt.kind === "value"
            ? t("guyattValue", { value: figures.effect(guyatt.value), n: figures.count(guyatt.stableN) })
            : t(`guyattNot.${guyatt.why}`),
      },
    );
  }
  if (published !== null) {
    facts.push({
      id: "published",
      name: t("published"),
      value: t("publishedValue", { value: figures.effect(published.value), kind: kind(published.kind) }),
    });
  }
  return <FactList facts={facts} />;
}

/** People at one end before anything happened, and whether there are too many of them. */
function End(props: { readonly view: OutcomeView; readonly end: "floor" | "ceiling" }): React.JSX.Element {
  const t = useTranslations("outcome.scale");
  const figures = useFigures();
  const { ends } = props.view.analysis.psychometrics;
  if (ends.kind === "no-ends") return <>{t("noEnds")}</>;
  if (ends.kind === "hidden") return <>{t("hidden", { had: ends.had, needed: ends.needed })}</>;
  const { share, crowded } = ends[props.end];
  const text = t("endValue", { share: figures.share(share), n: figures.count(ends.n) });
  return (
    <span className={styles.badges}>
      <span>{ends.goodEnd === props.end ? `${text}, ${t("goodEnd")}` : text}</span>
      {crowded ? <StatusBadge tone="caution">{t("crowded")}</StatusBadge> : null}
    </span>
  );
}
