import type { AppRouter } from "@alongside/api/router";
import type { Failure } from "@alongside/domain/failure/failure";
import type { LabKind } from "@alongside/domain/laboratory/kinds";
import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import type { inferRouterOutputs } from "@trpc/server";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureWords } from "@/features/failure/failure-notice";
import { useOpenTranslations } from "@/features/failure/reason-words";
import { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import styles from "./laboratory.module.css";
import type { LaboratorySetting, WorklistRow } from "./laboratory-view";
import { ResultForm } from "./result-form";
import { rowView } from "./row-view.model";
import { useRuleWords } from "./rule-words";
import { carriedDown, emptyRow, NOTHING_CARRIED } from "./stack";
import { useCellOptions } from "./use-cell-options";
import { useJudging } from "./use-judging";
import { useOneRow } from "./use-one-row";

type Difference = inferRouterOutputs<AppRouter>["labResult"]["secondEnter"]["differences"][number];

/** The same paper read by another person, who does not see the first reading until theirs is stored. */
export function SecondReading(props: {
  readonly setting: LaboratorySetting;
  readonly row: WorklistRow;
  readonly kind: LabKind;
  readonly onDone: (words: string) => void;
}): React.JSX.Element {
  const { setting, kind } = props;
  const t = useTranslations("laboratory.verify");
  const parts = useTranslations("parts");
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
  if (differences !== null) {
    return (
      <>
        <Notice tone="caution" title={t("differ")} />
        <Differences list={differences} />
        <div className={styles.actions}>
          <Button kind="primary" onClick={() => props.onDone(t("queriedDone", { code: props.row.code }))}>
            {parts("close")}
          </Button>
        </div>
      </>
    );
  }
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

/** Where the two readings differ, field by field. */
function Differences({ list }: { readonly list: readonly Difference[] }): React.JSX.Element {
  const t = useTranslations("laboratory.verify");
  const rules = useRuleWords();
  const say = useOpenTranslations();
  const word = (value: string | null): string => {
    if (value === null) return "–";
    const key = ["state", "specimen", "unit"].map((place) => `laboratory.${place}.${value}`).find(say.has);
    return key === undefined ? value : say(key);
  };
  return (
    <table className={styles.differences}>
      <thead>
        <tr>
          <th scope="col">{t("field")}</th>
          <th scope="col">{t("first")}</th>
          <th scope="col">{t("second")}</th>
        </tr>
      </thead>
      <tbody>
        {list.map(({ field, first, second }) => (
          <tr key={field}>
            <th scope="row">{rules.field(field)}</th>
            <td>{word(first)}</td>
            <td>{word(second)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
