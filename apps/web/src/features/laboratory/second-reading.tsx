import type { Failure } from "@alongside/domain/failure/failure";
import type { LabKind } from "@alongside/domain/laboratory/kinds";
import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureWords } from "@/features/failure/failure-notice";
import { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import type { Difference } from "./difference-table";
import styles from "./laboratory.module.css";
import type { LaboratorySetting, WorklistRow } from "./laboratory-view";
import { ReadingsDiffer } from "./readings-differ";
import { ResultForm } from "./result-form";
import { rowView } from "./row-view.model";
import { carriedDown, emptyRow, NOTHING_CARRIED } from "./stack";
import { useCellOptions } from "./use-cell-options";
import { useJudging } from "./use-judging";
import { useOneRow } from "./use-one-row";

/** The same paper read by another person, who does not see the first reading until theirs is stored. */
export function SecondReading(props: {
  readonly setting: LaboratorySetting;
  readonly row: WorklistRow;
  readonly kind: LabKind;
  /** Opens the versions of the result, where it can be corrected. */
  readonly onCorrect: () => void;
  readonly onDone: (words: string) => void;
}): React.JSX.Element {
  const { setting, kind } = props;
  const t = useTranslations("laboratory.verify");
  const client = useApiClient();
  const { row, act } = useOneRow(kind, () => emptyRow(uuidv7()));
  const judging = useJudging(setting, kind);
  const view = rowView(row, carriedDown([row])[0] ?? NOTHING_CARRIED, null, [], judging);
  const options = useCellOptions(kind, setting.assays);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [differences, setDifferences] = useState<readonly Difference[] | null>(null);
  const entryId = useRef(uuidv7());
  const isReady = view.measurement !== null && view.problems.length === 0;

  const compare = async () => {
    if (view.measurement === null || !isReady) return;
    const { programmeId } = setting;
    const { participantId, result } = props.row;
    const about = { programmeId, participantId, resultId: result?.resultId ?? "", entryId: entryId.current };
    try {
      const found = await client.labResult.secondEnter.mutate({
        ...about,
        kind,
        measurement: { ...view.measurement.result },
      });
      if (found.differences.length === 0) return props.onDone(t("agree"));
      setDifferences(found.differences);
      setFailure(null);
    } catch (error) {
      setFailure(failureOf(error) ?? { code: "unavailable", reason: "lab-result.unanswered" });
    }
  };
  if (differences !== null) return <ReadingsDiffer {...props} differences={differences} />;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void compare();
      }}
    >
      <p>{t("blind")}</p>
      <ResultForm
        {...{ row, view, kind, options, act }}
        person={{ kind: "no-code" }}
        rule={judging.rule}
        today={setting.today}
        asksCode={false}
        blind
      />
      {failure ? <FailureWords failure={failure} /> : null}
      <div className={styles.actions}>
        <Button kind="primary" type="submit" aria-disabled={!isReady}>
          {t("blindSave")}
        </Button>
      </div>
    </form>
  );
}
