import { useFormatter, useTranslations } from "next-intl";
import { CountValue, useCountText } from "@/features/change/shown-values";
import { useOpenTranslations } from "@/i18n/use-open-translations";
import { FigureTable } from "./figure-table";
import styles from "./outcome.module.css";
import type { BinaryView, OutcomeView } from "./outcome-view";

const COLUMNS = ["expected", "received", "scorable", "prorated", "paired"] as const;

/** From enrolled to analysed, time by time. */
export function FlowPart({ view }: { readonly view: OutcomeView | BinaryView }): React.JSX.Element {
  const t = useTranslations("outcome.behind.flow");
  const table = useTranslations("outcome.table");
  const say = useOpenTranslations();
  const countText = useCountText();
  const lists = useFormatter();
  const { enrolled, standings, waves } = view.analysis.attrition.flow;
  const named = standings.map(({ standing, people }) => {
    const key = `participants.status.${standing}`;
    return t("standing", { standing: say.has(key) ? say(key) : standing, people: countText(people) });
  });
  return (
    <div className={styles.figure}>
      <h3>{t("title")}</h3>
      <p>
        {t("enrolled", { people: countText(enrolled) })}{" "}
        {/* Where the number of everybody is a range, the parts would add up to what it leaves open. */}
        {enrolled.kind === "exact" ? t("standings", { list: lists.list(named, { type: "unit" }) }) : null}
      </p>
      <FigureTable
        caption={t("caption")}
        head={[table("time"), ...COLUMNS.map((column) => t(column))]}
        rows={waves.map((wave, at) => ({
          id: wave.timepointId,
          cells: [
            view.waves[at]?.label ?? "",
            ...COLUMNS.map((column) => <CountValue key={column} count={wave[column]} />),
          ],
        }))}
      />
    </div>
  );
}
