import { ShareBar } from "@alongside/ui/charts/share-bar/share-bar";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { excludesZero } from "../agreement";
import { FigureTable } from "../figure-table";
import styles from "../outcome.module.css";
import type { BinaryView, Estimate, OutcomePlace } from "../outcome-view";
import { Section } from "../section";
import { useFigures } from "../use-figures";
import { BinaryFacts } from "./binary-facts";
import { BinaryStanding } from "./binary-standing";
import { usePoints } from "./use-points";

const CELLS = ["gained", "kept", "lost", "never"] as const;

/** The shares before and after, what became of whom, and what may be said. */
export function BinaryFinding(props: {
  readonly view: BinaryView;
  readonly place: OutcomePlace;
}): React.JSX.Element | null {
  const t = useTranslations("outcomeYesNo.finding");
  const contents = useTranslations("outcomeYesNo.contents");
  const finding = useBinaryFinding();
  const figures = useFigures();
  const { view } = props;
  const [known] = view.analysis.figures;
  if (known === undefined) return null;
  const measure = view.description.label[figures.locale];
  const { before, after, difference, n } = known;
  return (
    <Section id="finding" title={contents("finding")} finding={finding(view)}>
      <BinaryStanding {...props} />
      <div className={styles.pair}>
        <div className={styles.figure}>
          {before.kind === "estimate" && after.kind === "estimate" && n !== null ? (
            <ChartFrame
              finding={t("bars", { measure })}
              chart={
                <>
                  <Bar view={view} name={view.waves[0]?.label ?? ""} share={before} n={n} />
                  <Bar view={view} name={view.waves[view.wave]?.label ?? ""} share={after} n={n} />
                </>
              }
              summary={`${figures.share(before.value)}; ${figures.share(after.value)}`}
            />
          ) : (
            <p className={styles.soft}>{t("everybodyAlike")}</p>
          )}
        </div>
        <div className={styles.figure}>
          <BinaryFacts view={view} known={known} />
        </div>
      </div>
      <ShiftTable view={view} />
      {difference.kind === "suppressed" ? null : (
        <p className={styles.soft} data-claim={view.analysis.claim.level}>
          {t(excludesZero(difference) ? "claim" : "unsettled")}
        </p>
      )}
    </Section>
  );
}

function Bar(props: {
  readonly view: BinaryView;
  readonly name: string;
  readonly share: Extract<Estimate, { kind: "estimate" }>;
  readonly n: number;
}): React.JSX.Element {
  const t = useTranslations("outcomeYesNo.finding");
  const figures = useFigures();
  const { description } = props.view;
  const yes = Math.round(props.share.value * props.n);
  const tone = { increase: "better", decrease: "worse", none: "better" } as const;
  return (
    <>
      <h4>{props.name}</h4>
      <ShareBar
        parts={[
          {
            id: "yes",
            label: t("yes", { measure: description.label[figures.locale] }),
            people: yes,
            tone: tone[description.improvement],
          },
          { id: "no", label: t("no"), people: props.n - yes, tone: "unchanged" },
        ]}
        figureOf={figures.people}
      />
    </>
  );
}

/** Gained, kept, lost, never, or why it is not shown. */
function ShiftTable({ view }: { readonly view: BinaryView }): React.JSX.Element | null {
  const t = useTranslations("outcomeYesNo.shift");
  const said = useTranslations("outcomeYesNo.finding");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const [known] = view.analysis.figures;
  if (known === undefined) return null;
  const { shift, n } = known;
  const measure = view.description.label[figures.locale];
  return (
    <div className={styles.figure} data-part="shift">
      <h3>{t("title")}</h3>
      {shift.kind === "shift" ? (
        <FigureTable
          caption={t("caption")}
          head={[t("what"), table("people"), table("share")]}
          wordy
          rows={CELLS.map((cell) => ({
            id: cell,
            cells: [
              t(cell, { measure }),
              figures.count(shift[cell]),
              figures.share(n === null || n === 0 ? 0 : shift[cell] / n),
            ],
          }))}
        />
      ) : (
        <p className={styles.soft}>{said(n === null ? "everybodyAlike" : "cellsHidden")}</p>
      )}
    </div>
  );
}

/** The finding in a sentence, by the interval and not by the difference alone. */
function useBinaryFinding(): (view: BinaryView) => string {
  const t = useTranslations("outcomeYesNo.finding");
  const figures = useFigures();
  const { points } = usePoints();
  return ({ description, analysis }) => {
    const measure = description.label[figures.locale];
    const [known] = analysis.figures;
    if (known?.difference.kind !== "estimate" || known.before.kind !== "estimate" || known.after.kind !== "estimate") {
      const why = known === undefined || known.difference.kind === "estimate" ? "" : figures.why(known.difference);
      return t("none", { measure, reason: why });
    }
    const { value, interval } = known.difference;
    const way = interval.low > 0 ? "rose" : interval.high < 0 ? "fell" : "unclear";
    return t(way, {
      measure,
      before: figures.share(known.before.value),
      after: figures.share(known.after.value),
      amount: points(Math.abs(value)),
      value: points(value),
      low: points(interval.low),
      high: points(interval.high),
    });
  };
}
