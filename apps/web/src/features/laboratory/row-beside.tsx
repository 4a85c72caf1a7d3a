import type { LabKind } from "@alongside/domain/laboratory/kinds";
import type { ThresholdRule } from "@alongside/domain/viral-load/categorise";
import { QUESTIONS } from "@alongside/domain/viral-load/reading";
import { Button } from "@alongside/ui/primitives/button";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useLocale, useTranslations } from "next-intl";
import { flushSync } from "react-dom";
import { CheckReason } from "./check-reason";
import { CodeProblem } from "./code-problem";
import { RecentLine } from "./recent-line";
import { lacksFactor, useResultWords } from "./result-words";
import type { RowView } from "./row-view.model";
import { useRuleWords } from "./rule-words";
import type { Spoken, StackRow } from "./stack";
import type { StackAction } from "./stack.model";
import styles from "./stack.module.css";
import type { Person } from "./use-people";

export interface BesideProps {
  readonly row: StackRow;
  readonly view: RowView;
  readonly person: Person;
  readonly kind: LabKind;
  readonly rule: ThresholdRule;
  readonly act: (action: StackAction) => void;
  /** Where to go after a choice was made. */
  readonly onChosen: () => void;
  /** Id for what describes the cells. */
  readonly id: string;
  /** Not shown where the person is known to be another's business: the second reading of a result. */
  readonly blind?: boolean;
}

/** What is known and understood of a row, in words, and what it still asks. */
export function RowBeside(props: BesideProps): React.JSX.Element {
  const { row, view, person, id } = props;
  const t = useTranslations("laboratory");
  const rules = useRuleWords();
  const locked = row.saveId !== null;
  return (
    <div className={styles.beside} id={id}>
      {props.blind ? null : (
        <CodeProblem person={person} onCode={(text) => props.act({ type: "type", id: row.id, field: "code", text })} />
      )}
      {person.kind === "found" && !props.blind ? <RecentLine recent={person.recent} kind={props.kind} /> : null}
      <Understood {...props} />
      <Problems view={view} />
      {view.checks.map((check) => (
        <CheckReason
          key={check.check}
          rowId={row.id}
          check={check.check}
          label={t("row.reasonFor", { check: rules.check(check) })}
          reason={row.reasons[check.check] ?? ""}
          disabled={locked}
          onReason={(text) => props.act({ type: "reason", id: row.id, check: check.check, text })}
        />
      ))}
      {row.answer?.kind === "conflict" ? <p className={styles.problems}>{t("row.conflict")}</p> : null}
      {locked ? <StatusBadge tone="caution">{t("row.waiting")}</StatusBadge> : null}
    </div>
  );
}

/** Whether a problem is only that something has not been typed yet. */
export function isStillNeeded({ rule }: Spoken): boolean {
  return rule.endsWith("-needed");
}

/** What is wrong, and, more quietly, what is still to be typed. */
function Problems({ view }: { readonly view: RowView }): React.JSX.Element {
  const t = useTranslations("laboratory.row");
  const rules = useRuleWords();
  const needed = view.problems.filter(isStillNeeded);
  const wrong = view.problems.filter((problem) => !isStillNeeded(problem));
  return (
    <>
      {wrong.length === 0 ? null : (
        <ul className={styles.problems}>
          {wrong.map((problem) => (
            <li key={`${problem.field} ${problem.rule}`}>{rules.problem(problem)}</li>
          ))}
        </ul>
      )}
      {needed.length === 0 ? null : (
        <p className={styles.quiet}>{t("needed", { list: needed.map(rules.problem).join(" · ") })}</p>
      )}
    </>
  );
}

/** What the print means, or the question that it leaves. */
function Understood(props: BesideProps): React.JSX.Element | null {
  const { row, view, kind, rule, act } = props;
  const t = useTranslations("laboratory");
  const words = useResultWords();
  const locale = useLocale();
  const { reading } = view;
  const choose = (place: number) => {
    flushSync(() => act({ type: "choose", id: row.id, place }));
    props.onChosen();
  };
  if (reading.kind === "question") {
    const text = reading.question === "grouping" ? t("row.grouping") : QUESTIONS[reading.question][locale];
    return (
      <fieldset className={styles.question}>
        <legend>{text}</legend>
        {reading.choices.map((choice, place) => (
          <Button
            key={`${choice.state} ${choice.value} ${choice.unit}`}
            size="small"
            data-row={row.id}
            data-choice={place}
            onKeyDown={(event) => {
              const number = Number(event.key) - 1;
              if (!(number >= 0 && number < reading.choices.length)) return;
              event.preventDefault();
              choose(number);
            }}
            onClick={() => {
              choose(place);
            }}
          >
            <kbd>{place + 1}</kbd> {words.reading(choice, kind, null)}
          </Button>
        ))}
        {reading.choices.length === 0 ? <p>{t("row.sayState")}</p> : null}
      </fieldset>
    );
  }
  if (reading.kind !== "read") return null;
  const said =
    view.measurement === null ? words.reading(reading.reading, kind, null) : words.measurement(view.measurement);
  const specimen = view.measurement?.kind === "viral-load" ? t(`specimen.${view.measurement.result.specimen}`) : null;
  return (
    <>
      <p className={styles.understood} role="status">
        <span className="visually-hidden">{t("row.understood")} </span>
        <strong>{specimen === null ? said : t("row.withSpecimen", { result: said, specimen })}</strong>
        {view.category === null || view.category.kind === "no-result" ? null : (
          <>
            {t("row.colon")}
            {words.category(view.category, rule)}
          </>
        )}
      </p>
      {lacksFactor(view.category) ? <p className={styles.quiet}>{t("factor.entry")}</p> : null}
    </>
  );
}
