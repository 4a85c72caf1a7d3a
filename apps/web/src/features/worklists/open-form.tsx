import type { Failure } from "@alongside/domain/failure/failure";
import { Button } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureWords } from "@/features/failure/failure-notice";
import type { LaboratorySetting, ResultView } from "@/features/laboratory/laboratory-view";
import { useResultWords } from "@/features/laboratory/result-words";
import { useDay } from "@/features/participants/calendar-day";
import { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import styles from "./counselling.module.css";

/** Opens counselling for an unsuppressed result. */
export function OpenForm(props: {
  readonly setting: LaboratorySetting;
  readonly participantId: string;
  readonly result: ResultView;
  readonly onDone: (words: string) => void;
}): React.JSX.Element {
  const { setting, participantId, result } = props;
  const t = useTranslations("worklists.counselling");
  const day = useDay();
  const words = useResultWords();
  const client = useApiClient();
  const [openedOn, setOpenedOn] = useState(setting.today);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  // The same opening sent twice is stored once.
  const loopId = useRef(uuidv7());
  const { collectedOn } = result.measurement.result;

  const open = async () => {
    setBusy(true);
    const about = { programmeId: setting.programmeId, participantId, resultId: result.resultId };
    try {
      await client.counselling.open.mutate({ ...about, loopId: loopId.current, openedOn });
      props.onDone(t("opened"));
    } catch (error) {
      setFailure(failureOf(error) ?? { code: "unavailable", reason: "counselling.unanswered" });
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <p>{t("calledFor", { day: day(collectedOn), result: words.measurement(result.measurement) })}</p>
      <label className={fieldClass()}>
        <span>{t("openedOn")}</span>
        <input
          type="date"
          required
          min={collectedOn}
          max={setting.today}
          value={openedOn}
          onChange={(event) => setOpenedOn(event.target.value)}
        />
      </label>
      {failure ? <FailureWords failure={failure} /> : null}
      <div className={styles.buttons}>
        <Button kind="primary" type="submit" disabled={busy}>
          {t("open")}
        </Button>
      </div>
    </form>
  );
}
