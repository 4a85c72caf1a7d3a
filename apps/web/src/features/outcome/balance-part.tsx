import { LovePlot } from "@alongside/ui/charts/love-plot/love-plot";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { usePeopleBehind } from "@/features/chart-files/use-people-behind";
import { FigureTable, TableBeside } from "./figure-table";
import styles from "./outcome.module.css";
import type { Compared } from "./outcome-view";
import { useFigures } from "./use-figures";

type Balance = Extract<Compared["weighting"], { kind: "weighted-cohorts" }>["balance"][number]["before"];

/** How alike the cohorts were in what was known before, as they are and weighted. */
export function BalancePart({ comparison }: { readonly comparison: Compared }): React.JSX.Element {
  const t = useTranslations("outcome.versus");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const peopleBehind = usePeopleBehind();
  const { weighting } = comparison;
  if (weighting.kind !== "weighted-cohorts") {
    return (
      <div className={styles.figure}>
        <h3>{t("balance.title")}</h3>
        <p>{t("weightsNone", { reason: figures.why(weighting) })}</p>
      </div>
    );
  }
  const rows = weighting.balance.map(({ name, before, after }) => ({
    id: name ?? "",
    label: name ?? t("balance.score"),
    before: differenceOf(before),
    after: differenceOf(after),
    ratios: [ratioOf(before), ratioOf(after)],
  }));
  const largest = (side: "before" | "after") => {
    const sizes = rows.flatMap((row) => (row[side] === null ? [] : [Math.abs(row[side])]));
    return sizes.length === 0 ? "none" : figures.effect(Math.max(...sizes));
  };
  const finding = t("balance.finding", { before: largest("before"), after: largest("after") });
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? "–" : figures.effect(value);
  return (
    <div className={styles.figure}>
      <ChartFrame
        finding={t("balance.title")}
        subtitle={finding}
        states={finding}
        basis={peopleBehind([{ estimate: weighting.weighted }])}
        chart={
          <LovePlot
            rows={rows}
            before={t("balance.before")}
            after={t("balance.after")}
            limit={t("balance.limit")}
            formatValue={figures.score}
          />
        }
        summary={finding}
      />
      <TableBeside label={table("show")}>
        <FigureTable
          caption={t("balance.caption")}
          head={[
            t("balance.variable"),
            t("balance.before"),
            t("balance.after"),
            `${t("balance.ratio")}, ${t("balance.before")}`,
            `${t("balance.ratio")}, ${t("balance.after")}`,
          ]}
          rows={rows.map(({ id, label, before, after, ratios }) => ({
            id,
            cells: [label, text(before), text(after), ...ratios.map(text)],
          }))}
        />
      </TableBeside>
    </div>
  );
}

function differenceOf(balance: Balance): number | null {
  return balance.kind === "covariate-balance" ? balance.standardisedDifference : null;
}

function ratioOf(balance: Balance): number | null {
  return balance.kind === "covariate-balance" ? balance.varianceRatio : null;
}
