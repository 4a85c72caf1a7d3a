import { useLocale, useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "./figure-table";
import { itemWords } from "./item-words";
import styles from "./outcome.module.css";
import type { OutcomeView } from "./outcome-view";
import { ScaleFacts } from "./scale-facts";
import { Section } from "./section";
import { useFigures } from "./use-figures";

/** How well the scale measures in the people of this programme, rather than in those it was published for. */
export function ScaleSection({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.scale");
  const figures = useFigures();
  const { consistency } = view.analysis.psychometrics;
  const finding = () => {
    switch (consistency.kind) {
      case "no-items":
        return t("finding.no-items");
      case "hidden":
        return t("finding.hidden", { had: consistency.had, needed: consistency.needed });
      case "consistency": {
        const { n, omega, alpha, stability } = consistency;
        if (alpha.kind !== "estimate") return t("finding.unknown", { n: figures.count(n), reason: figures.why(alpha) });
        const values = { n: figures.count(n), alpha: figures.effect(alpha.value), stability };
        return omega.kind === "estimate"
          ? t("finding.consistency", { ...values, omega: figures.effect(omega.value) })
          : t("finding.alpha", values);
      }
    }
  };
  return (
    <Section id="scale" title={t("title")} finding={finding()}>
      <div className={styles.figure}>
        <h3>{t("figures")}</h3>
        <ScaleFacts view={view} />
        {consistency.kind === "consistency" && consistency.heywood ? <p>{t("heywood")}</p> : null}
        {consistency.kind === "consistency" && consistency.items.length > 0 ? (
          <Items items={consistency.items} view={view} />
        ) : null}
      </div>
    </Section>
  );
}

type ScaleItems = Extract<OutcomeView["analysis"]["psychometrics"]["consistency"], { kind: "consistency" }>["items"];

function Items({ items, view }: { readonly items: ScaleItems; readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.scale");
  const figures = useFigures();
  const words = itemWords(view.description.measure, useLocale(), view.wording);
  const nameOf = (itemId: string, few: boolean) => {
    const { number = "", text: question = null } = words.get(itemId) ?? {};
    const name = question === null ? t("question", { number }) : t("worded", { number, question });
    return few ? t("marked", { name, mark: t("fewCategories") }) : name;
  };
  const text = (value: number | null) => (value === null ? "–" : figures.effect(value));
  return (
    <TableBeside label={t("items")}>
      <FigureTable
        caption={t("items")}
        head={[t("item"), t("mean"), t("sd"), t("rest"), t("dropped")]}
        rows={items.map(({ itemId, mean, sd, restCorrelation, alphaIfDropped, fewCategories }) => ({
          id: itemId,
          cells: [
            nameOf(itemId, fewCategories),
            figures.mean(mean),
            figures.mean(sd),
            text(restCorrelation),
            text(alphaIfDropped),
          ],
        }))}
      />
      {items.some(({ fewCategories }) => fewCategories) ? <p className={styles.soft}>{t("fewText")}</p> : null}
    </TableBeside>
  );
}
