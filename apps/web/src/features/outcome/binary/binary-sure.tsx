import { Forest } from "@alongside/ui/charts/forest/forest";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { usePeopleBehind } from "@/features/chart-files/use-people-behind";
import { agreement } from "../agreement";
import { AssumptionList } from "../assumption-list";
import { FigureTable, TableBeside } from "../figure-table";
import styles from "../outcome.module.css";
import type { BinaryView } from "../outcome-view";
import { Section } from "../section";
import { useFigures } from "../use-figures";
import { useBinaryAxis } from "./use-binary-axis";
import { useDenominatorWords } from "./use-denominator-words";
import { inPoints, usePoints } from "./use-points";

/** The same change over every denominator, and what the method takes for granted. */
export function BinarySure({ view }: { readonly view: BinaryView }): React.JSX.Element {
  const t = useTranslations("outcomeYesNo.strip");
  const contents = useTranslations("outcomeYesNo.contents");
  const sure = useTranslations("outcome.sure");
  const table = useTranslations("outcome.table");
  const { summary, values } = useFigures();
  const { text, share } = usePoints();
  const words = useDenominatorWords(view.description);
  const axis = useBinaryAxis(view);
  const peopleBehind = usePeopleBehind();
  const { figures, sharpBounds, assumptions } = view.analysis;
  const rows = figures.map(({ denominator, difference, before, after, n }) => {
    const hidden = difference.kind === "suppressed" && denominator !== "both-known";
    return {
      id: denominator,
      ...words(denominator),
      estimate: inPoints(difference),
      text: hidden ? t("hidden") : text(difference),
      cells: [n === null ? "–" : String(n), share(before), share(after)],
    };
  });
  const finding = t(`finding.${agreement(figures.map(({ difference }) => ({ estimate: difference })))}`);
  return (
    <Section id="sure" title={contents("sure")} finding={finding}>
      <div className={styles.figure} data-part="denominators">
        <ChartFrame
          states={finding}
          finding={t("title")}
          basis={peopleBehind(rows)}
          chart={<Forest {...axis} rows={rows} />}
          summary={summary(rows)}
        />
        {sharpBounds || figures.at(-1)?.difference.kind === "suppressed" ? null : (
          <p className={styles.soft}>{t("wide")}</p>
        )}
        <TableBeside label={table("show")}>
          <FigureTable
            caption={t("title")}
            head={[t("way"), t("n"), t("before"), t("after"), t("value")]}
            rows={rows.map(({ id, label, note, cells, text: value }) => ({
              id,
              cells: [values([label, note]), ...cells, value],
            }))}
          />
        </TableBeside>
      </div>
      <div className={styles.figure}>
        <h3>{sure("assumptions")}</h3>
        <AssumptionList assumptions={assumptions} />
      </div>
    </Section>
  );
}
