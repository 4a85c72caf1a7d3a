import type { Answers } from "@alongside/domain/instruments/answers";
import type { QuestionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import { Button } from "../primitives/button";
import { answerText, askedItems, type FlowItem, type Place, tally } from "./flow.model";
import type { QuestionnaireLabels } from "./labels.model";
import styles from "./review.module.css";

/** All answers before they are sent: what is still open first, each with a way back to it. */
export function Review(props: {
  readonly view: QuestionnaireView;
  readonly answers: Answers;
  readonly labels: QuestionnaireLabels;
  /** Absent where nothing can be changed any more. */
  readonly onMove?: (place: Place) => void;
}): React.JSX.Element {
  const { view, answers, labels, onMove } = props;
  const counts = tally(view, answers);
  return (
    <div className={styles.review}>
      <p>{labels.review.summary(counts)}</p>
      {counts.open.length > 0 && onMove ? (
        <div className={styles.open}>
          <p>{labels.review.open}</p>
          <div className={styles.jumps}>
            {counts.open.map(({ item }) => (
              <Button key={item.id} onClick={() => onMove(item.id)}>
                {labels.review.goTo(item.number)}
              </Button>
            ))}
          </div>
        </div>
      ) : null}
      <ol className={styles.list} data-worded={askedItems(view, answers).some(({ item }) => item.text !== null)}>
        {askedItems(view, answers).map((at) => (
          <Line key={at.item.id} at={at} {...props} />
        ))}
      </ol>
    </div>
  );
}

function Line(props: {
  readonly at: FlowItem;
  readonly view: QuestionnaireView;
  readonly answers: Answers;
  readonly labels: QuestionnaireLabels;
  readonly onMove?: (place: Place) => void;
}): React.JSX.Element {
  const { at, view, answers, labels, onMove } = props;
  const { item } = at;
  const answer = answers[item.id];
  const given = answerText(item, answer);
  const instead = answer === "skipped" ? labels.skipped : answer === "declined" ? labels.declined : labels.notAnswered;
  return (
    <li className={styles.line}>
      <span className={styles.number}>{item.number}</span>
      {item.text === null ? <span /> : <span lang={view.language}>{item.text}</span>}
      {given === null ? (
        <span className={styles.missing}>{instead}</span>
      ) : (
        <span className={styles.given} lang={view.language}>
          {given}
        </span>
      )}
      {onMove ? (
        <Button
          kind="quiet"
          size="small"
          aria-label={labels.review.changeNamed(item.number)}
          onClick={() => onMove(item.id)}
        >
          {labels.review.change}
        </Button>
      ) : null}
    </li>
  );
}
