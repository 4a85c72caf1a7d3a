import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "../figure-table";
import { FamilyFacts } from "../finding-facts";
import { FindingStanding } from "../finding-standing";
import styles from "../outcome.module.css";
import type { BinaryView, Estimate, OutcomePlace } from "../outcome-view";
import { PeopleBar } from "../people-bar";
import { Section } from "../section";
import { useFigures } from "../use-figures";
import { BinaryDifference } from "./binary-difference";
import { BinaryFacts } from "./binary-facts";
import { useShareWords } from "./use-share-words";

type Estimated = Extract<Estimate, { kind: "estimate" }>;
const CELLS = ["gained", "kept", "lost", "never"] as const;

/** What leads, what became of whom, and what may be said. Where the plan compares cohorts, their difference leads. */
export function BinaryFinding(props: { readonly view: BinaryView; readonly place: OutcomePlace }): React.JSX.Element {
  const contents = useTranslations("outcomeYesNo.contents");
  const said = useTranslations("outcome.finding.description");
  const { view } = props;
  const words = useShareWords(view);
  const [lead] = view.analysis.findings;
  const claim = (
    <p className={styles.soft} data-claim={lead.claim.level}>
      {words.claim(lead)}
    </p>
  );
  return (
    <Section id="finding" title={contents("finding")} finding={words.sentence(lead)}>
      <FindingStanding {...props} />
      {lead.about === "difference" ? (
        <>
          <BinaryDifference view={view} finding={lead} />
          {claim}
          <div className={styles.section} data-part="description">
            <h3>{said("title", { cohort: view.cohort.name })}</h3>
            <p className={styles.soft}>{said("text")}</p>
            <Change view={view} withFamily={false} />
          </div>
        </>
      ) : (
        <>
          <Change view={view} withFamily />
          {lead.estimate.kind === "suppressed" ? null : claim}
        </>
      )}
    </Section>
  );
}

/** The shares before and after, and what became of whom. */
function Change(props: {
  readonly view: BinaryView;
  /** The p value among its family is that of this change, and not of what else leads. */
  readonly withFamily: boolean;
}): React.JSX.Element | null {
  const t = useTranslations("outcomeYesNo.finding");
  const { view } = props;
  const words = useShareWords(view);
  const [known] = view.analysis.figures;
  if (known === undefined) return null;
  const { before, after, n } = known;
  const change = view.analysis.findings.find(({ about }) => about === "change");
  const shares = before.kind === "estimate" && after.kind === "estimate" && n !== null ? { before, after, n } : null;
  return (
    <>
      <div className={styles.pair}>
        <div className={styles.figure}>
          {shares === null ? (
            <p className={styles.soft}>{t("everybodyAlike")}</p>
          ) : (
            <Shares view={view} {...shares} sentence={change === undefined ? undefined : words.sentence(change)} />
          )}
        </div>
        <div className={styles.figure}>
          <BinaryFacts view={view} known={known} />
          {props.withFamily ? <FamilyFacts view={view} /> : null}
        </div>
      </div>
      <ShiftTable view={view} />
    </>
  );
}

/** The two bars, and the same numbers beside them. */
function Shares(props: {
  readonly view: BinaryView;
  readonly before: Estimated;
  readonly after: Estimated;
  readonly n: number;
  readonly sentence: string | undefined;
}): React.JSX.Element {
  const t = useTranslations("outcomeYesNo.finding");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const { view, before, after, n } = props;
  const measure = view.description.label[figures.locale];
  const times = [
    { id: "before", name: view.waves[0]?.label ?? "", share: before },
    { id: "after", name: view.waves[view.wave]?.label ?? "", share: after },
  ];
  return (
    <>
      <ChartFrame
        finding={t("bars", { measure })}
        states={props.sentence}
        chart={times.map(({ id, name, share }) => <Bar key={id} view={view} name={name} share={share} n={n} />)}
        summary={figures.statements([figures.share(before.value), figures.share(after.value)])}
      />
      <TableBeside label={table("show")}>
        <FigureTable
          caption={t("bars", { measure })}
          head={[table("time"), t("yes", { measure }), t("no")]}
          rows={times.map(({ id, name, share }) => {
            const yes = yesOf(share, n);
            return { id, cells: [name, figures.people(yes, n), figures.people(n - yes, n)] };
          })}
        />
      </TableBeside>
    </>
  );
}

/** How many of the people a share is of said yes. */
function yesOf(share: Estimated, n: number): number {
  return Math.round(share.value * n);
}

function Bar(props: {
  readonly view: BinaryView;
  readonly name: string;
  readonly share: Estimated;
  readonly n: number;
}): React.JSX.Element {
  const t = useTranslations("outcomeYesNo.finding");
  const figures = useFigures();
  const { description } = props.view;
  const yes = yesOf(props.share, props.n);
  const tone = { increase: "better", decrease: "worse", none: "better" } as const;
  return (
    <>
      <h4>{props.name}</h4>
      <PeopleBar
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
