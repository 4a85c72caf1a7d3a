import { FlowBars } from "@alongside/ui/charts/flow-bars/flow-bars";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "@/features/outcome/figure-table";
import styles from "@/features/outcome/outcome.module.css";
import { Section } from "@/features/outcome/section";
import type { ResultsView } from "./results-view";
import { useRuleTitle } from "./use-rule-title";
import { useShown } from "./use-shown";

type Ways = ResultsView["transitions"][number];
/** Best on top, and below everybody who has no category. */
const STATES = [
  ...(["undetectable", "suppressed", "low-level", "unsuppressed"] as const),
  ...(["undetermined", "missing", "died", "not-expected"] as const),
];

/** Where everybody stood at every time, and which way they went. */
export function WaysSection({ view }: { readonly view: ResultsView }): React.JSX.Element {
  const t = useTranslations("results.ways");
  const title = useRuleTitle(view);
  const [own] = view.transitions;
  const finding = t("finding", { rule: title(own?.rule.id ?? "") });
  return (
    <Section id="ways" title={t("title")} finding={finding}>
      <div className={view.transitions.length > 1 ? styles.pair : styles.part}>
        {view.transitions.map((ways) => (
          <CohortWays key={ways.cohortId} view={view} ways={ways} finding={finding} />
        ))}
      </div>
    </Section>
  );
}

function CohortWays(props: {
  readonly view: ResultsView;
  readonly ways: Ways;
  readonly finding: string;
}): React.JSX.Element {
  const { view, ways } = props;
  const t = useTranslations("results.ways");
  const shown = useShown();
  const name = view.cohorts.find(({ id }) => id === ways.cohortId)?.name ?? "";
  const awaiting = useTranslations("resultsAwaiting");
  const open = view.waves.map((_, wave) => wave).filter((wave) => !ways.hiddenWaves.includes(wave));
  const nameOf = (wave: number) => view.waves[wave]?.label ?? "";
  const waves = open.map(nameOf);
  const place = (wave: number) => open.indexOf(wave);
  const list = (hidden: readonly number[]) => hidden.map(nameOf).join(", ");
  const used = STATES.filter((state) => ways.nodes.some((node) => node.state === state));
  const drawn = ways.nodes.length > 0;
  const countOf = (wave: number, state: (typeof STATES)[number]) => {
    const count = ways.nodes.find((node) => node.wave === wave && node.state === state)?.count;
    return count === undefined ? shown.count(0) : shown.people(count);
  };
  const rows = used.map((state) => ({
    id: state,
    cells: [t(`state.${state}`), ...open.map((wave) => countOf(wave, state))],
  }));
  return (
    <div className={styles.figure} data-cohort={ways.cohortId}>
      <ChartFrame
        finding={t("chart", { name, people: shown.people(ways.people) })}
        basis={props.finding}
        isDrawn={drawn}
        chart={
          drawn ? (
            <FlowBars
              waves={waves}
              nodes={ways.nodes.map((node) => ({ ...node, wave: place(node.wave) }))}
              flows={ways.flows.map((flow) => ({ ...flow, from: place(flow.from) }))}
              states={STATES}
              nameOf={(state) => t(`state.${state}`)}
            />
          ) : (
            <p className={styles.soft}>{t("hidden")}</p>
          )
        }
        summary={
          drawn
            ? open
                .map(
                  (at) =>
                    `${nameOf(at)}: ${used.map((state) => `${t(`state.${state}`)} ${countOf(at, state)}`).join(", ")}`,
                )
                .join("; ")
            : t("hidden")
        }
      />
      {drawn && ways.hiddenWaves.length > 0 ? (
        <p className={styles.soft}>{awaiting("hiddenTimes", { times: list(ways.hiddenWaves) })}</p>
      ) : null}
      {drawn && ways.hiddenFrom.length > 0 ? (
        <p className={styles.soft}>{t("hiddenFlows", { times: list(ways.hiddenFrom) })}</p>
      ) : null}
      {ways.awaiting.length === 0 ? null : (
        <p className={styles.soft} data-part="awaiting">
          {awaiting("byTime", {
            list: ways.awaiting.map(({ wave, count }) => `${nameOf(wave)} ${shown.people(count)}`).join(", "),
          })}
        </p>
      )}
      {ways.nodes.length === 0 ? null : (
        <TableBeside label={t("table")}>
          <FigureTable caption={t("caption", { name })} head={[t("stateHead"), ...waves]} rows={rows} />
          {ways.flows.length === 0 ? null : (
            <FigureTable
              caption={t("flowCaption", { name })}
              head={[t("fromWave"), t("before"), t("after"), t("peopleHead")]}
              rows={ways.flows.map(({ from, before, after, count }) => ({
                id: `${from} ${before} ${after}`,
                cells: [nameOf(from), t(`state.${before}`), t(`state.${after}`), shown.people(count)],
              }))}
            />
          )}
        </TableBeside>
      )}
    </div>
  );
}
