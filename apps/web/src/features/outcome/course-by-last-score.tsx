import { WaveLines } from "@alongside/ui/charts/wave-lines/wave-lines";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { CountValue, useCountText } from "@/features/change/shown-values";
import { FigureTable, TableBeside } from "./figure-table";
import styles from "./outcome.module.css";
import type { OutcomeView } from "./outcome-view";
import { useFigures } from "./use-figures";

/** Mean courses by the time of the last score: those on another course part before they leave. */
export function CourseByLastScore({ view }: { readonly view: OutcomeView }): React.JSX.Element {
  const t = useTranslations("outcome.behind.course");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const countText = useCountText();
  const groups = view.analysis.attrition.byLastWave;
  const named = groups.map(({ lastWave, people, means }) => ({
    id: String(lastWave),
    people,
    means,
    name: lastWave < 0 ? t("never") : t("last", { time: view.waves[lastWave]?.label ?? "" }),
  }));
  const drawn = named.filter(({ means }) => means.some((mean) => mean !== null));
  const text = (mean: number | null | undefined) => (mean === null || mean === undefined ? "–" : figures.mean(mean));
  return (
    <div className={styles.figure}>
      {drawn.length === 0 ? (
        <>
          <h3>{t("title")}</h3>
          <p>{t("none")}</p>
        </>
      ) : (
        <ChartFrame
          finding={t("title")}
          basis={figures.summary(drawn.map(({ name, people }) => ({ label: name, text: countText(people) })))}
          chart={
            <WaveLines
              waves={view.waves.map(({ label, targetDay }) => ({ label, day: targetDay }))}
              people={[]}
              named={drawn.map(({ name, means }, position) => ({
                name,
                position,
                values: view.waves.map((_, wave) => means[wave] ?? null),
              }))}
              range={view.description.range}
              band={null}
              locale={figures.locale}
            />
          }
          summary={figures.summary(
            drawn.map(({ name, means }) => ({ label: name, text: figures.values(means.map(text)) })),
          )}
        />
      )}
      <TableBeside label={table("show")}>
        <FigureTable
          caption={t("caption")}
          head={[t("title"), t("people"), ...view.waves.map(({ label }) => label)]}
          rows={named.map(({ id, name, people, means }) => ({
            id,
            cells: [
              name,
              <CountValue key="people" count={people} />,
              ...view.waves.map((_, wave) => text(means[wave])),
            ],
          }))}
        />
      </TableBeside>
    </div>
  );
}
