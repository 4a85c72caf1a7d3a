import { Forest } from "@alongside/ui/charts/forest/forest";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { usePeopleBehind } from "@/features/chart-files/use-people-behind";
import { FigureTable, TableBeside } from "./figure-table";
import styles from "./outcome.module.css";
import type { OutcomeView } from "./outcome-view";
import { Section } from "./section";
import { useAxis } from "./use-axis";
import { useFigures } from "./use-figures";

type Ways = Extract<OutcomeView["subgroups"], readonly unknown[]>;
type Way = Ways[number];
type Analysis = Exclude<Way["shown"], { kind: string }>;

/** Below it a p value is read as saying something, as in every trial report. */
const USUAL_LEVEL = 0.05;

/** Whether the cohorts differ more among some people than among others: the test first, then the groups. */
export function SubgroupsSection({ view }: { readonly view: OutcomeView }): React.JSX.Element | null {
  const t = useTranslations("outcome.subgroups");
  const figures = useFigures();
  if (view.subgroups === null) return null;
  const ways: readonly Way[] = "kind" in view.subgroups ? [] : view.subgroups;
  const sentences = ways.map(({ by, shown }) =>
    "kind" in shown
      ? t("none", { by: t(`by.${by}`), reason: figures.why(shown) })
      : shown.interaction.kind === "wald-test"
        ? t("test", {
            ...{ by: t(`by.${by}`), f: figures.mean(shown.interaction.f), df1: shown.interaction.df1 },
            ...{ df2: shown.interaction.df2 ?? 0, p: figures.p(shown.interaction.pValue) },
            answer: shown.interaction.pValue < USUAL_LEVEL ? "contradicted" : "open",
          })
        : t("noTest", { by: t(`by.${by}`), reason: figures.why(shown.interaction) }),
  );
  return (
    <Section
      id="subgroups"
      title={t("title")}
      finding={"kind" in view.subgroups ? figures.why(view.subgroups) : figures.paragraph(sentences)}
    >
      <p className={styles.soft}>{t("claim")}</p>
      {ways.map(({ by, shown }, at) =>
        "kind" in shown ? null : <SubgroupFigure key={by} view={view} analysis={shown} test={sentences[at] ?? ""} />,
      )}
      <p className={styles.soft}>{t("how")}</p>
    </Section>
  );
}

function SubgroupFigure(props: {
  readonly view: OutcomeView;
  readonly analysis: Analysis;
  readonly test: string;
}): React.JSX.Element {
  const t = useTranslations("outcome.subgroups");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const axis = useAxis(props.view);
  const peopleBehind = usePeopleBehind();
  const { view, analysis, test } = props;
  const names = { cohort: view.cohort.name, other: view.comparedWith?.name ?? "" };
  const nameOf = (id: string) => {
    if (analysis.split === null) return view.sites.find((site) => site.id === id)?.name ?? "";
    return t(id === "below" ? "below" : "from", { points: figures.score(analysis.split) });
  };
  const rows = analysis.groups.map(({ id, supported, compared, difference }) => ({
    ...{ id, label: nameOf(id), note: t("people", { supported, compared }) },
    ...{ estimate: difference, text: figures.estimate(difference) },
  }));
  const title = t("chart", { ...names, by: t(`by.${analysis.by}`) });
  return (
    <div className={styles.figure} data-subgroups={analysis.by}>
      <ChartFrame
        finding={title}
        subtitle={test}
        basis={peopleBehind(rows)}
        chart={<Forest {...axis} rows={rows} />}
        summary={figures.summary(rows)}
      />
      <TableBeside label={table("show")}>
        <FigureTable
          caption={title}
          head={[t("group"), names.cohort, names.other, t("difference")]}
          rows={analysis.groups.map(({ id, supported, compared, difference }) => ({
            id,
            cells: [nameOf(id), figures.count(supported), figures.count(compared), figures.estimate(difference)],
          }))}
        />
      </TableBeside>
    </div>
  );
}
