import type { Failure } from "@alongside/domain/failure/failure";
import { LAB_KIND_FACTS } from "@alongside/domain/laboratory/kinds";
import { findAssay } from "@alongside/domain/viral-load/assay-register";
import { categorise } from "@alongside/domain/viral-load/categorise";
import { THRESHOLD_RULES } from "@alongside/domain/viral-load/threshold-rules.data";
import { Button } from "@alongside/ui/primitives/button";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureWords } from "@/features/failure/failure-notice";
import { useDay } from "@/features/participants/calendar-day";
import { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import styles from "./laboratory.module.css";
import type { LaboratorySetting, Measurement, WorklistRow } from "./laboratory-view";
import { NoteForm } from "./note-form";
import { useResultWords } from "./result-words";
import { useRuleWords } from "./rule-words";
import { SecondReading } from "./second-reading";

/** One result that waits: what it says, and what a second person does about it. */
export function VerifyCard(props: {
  readonly setting: LaboratorySetting;
  readonly row: WorklistRow;
  readonly onHistory: () => void;
  readonly onDone: (words: string) => void;
}): React.JSX.Element | null {
  const { setting, row } = props;
  const t = useTranslations("laboratory.verify");
  const labels = useTranslations("laboratory");
  const locale = useLocale();
  const day = useDay();
  const rules = useRuleWords();
  const client = useApiClient();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [asks, setAsks] = useState<"nothing" | "query" | "reading" | "settle">("nothing");
  const [busy, setBusy] = useState(false);
  // The same decision sent twice is stored once.
  const verificationId = useRef(uuidv7());
  const { result, code } = row;
  if (result === null) return null;
  const collected = day(result.measurement.result.collectedOn);
  const isOwn = result.enteredById === setting.personId;
  const isBlind = setting.settings.doubleEntry && result.verification === "awaiting" && !isOwn;
  const named = { code, day: collected };

  const decide = async (decision: "verified" | "queried", note: string) => {
    setBusy(true);
    const { programmeId } = setting;
    const about = { programmeId, participantId: row.participantId, resultId: result.resultId };
    const said = { decision, note };
    try {
      await client.labResult.verify.mutate({ ...about, verificationId: verificationId.current, ...said });
      props.onDone(t(decision === "verified" ? "confirmed" : "queriedDone", { code }));
    } catch (error) {
      verificationId.current = uuidv7();
      setFailure(failureOf(error) ?? { code: "unavailable", reason: "lab-result.unanswered" });
    }
    setBusy(false);
  };

  return (
    <li className={styles.result}>
      <div className={styles.resultHead}>
        <span className={styles.code}>{code}</span>
        <span>
          {LAB_KIND_FACTS[result.kind].label[locale]} · {collected}
        </span>
        <span className={styles.quiet}>{t("waiting", { days: row.days })}</span>
      </div>
      {isBlind ? null : <Facts setting={setting} measurement={result.measurement} />}
      {isBlind
        ? null
        : result.checks.map(({ check, reason }) => (
            <p key={check} className={styles.quiet}>
              {labels("history.check", { check: rules.checkName(check), reason })}
            </p>
          ))}
      {isOwn ? <p className={styles.own}>{t("own")}</p> : null}
      {asks === "reading" ? (
        <SecondReading {...{ setting, row }} kind={result.kind} onCorrect={props.onHistory} onDone={props.onDone} />
      ) : null}
      {asks === "query" ? (
        <NoteForm label={t("note")} send={t("sendQuery")} busy={busy} onSend={(note) => void decide("queried", note)} />
      ) : null}
      {asks === "settle" ? (
        <NoteForm
          label={t("settleNote")}
          send={t("settle")}
          busy={busy}
          onSend={(note) => void decide("verified", note)}
        />
      ) : null}
      {failure ? <FailureWords failure={failure} /> : null}
      <div className={styles.actions}>
        {isOwn ? null : isBlind ? (
          asks === "reading" ? null : (
            <Button kind="primary" aria-label={t("blindStartNamed", named)} onClick={() => setAsks("reading")}>
              {t("blindStart")}
            </Button>
          )
        ) : asks === "settle" ? null : (
          <Button
            kind="primary"
            disabled={busy}
            aria-label={t("confirmNamed", named)}
            // A doubt is not settled without a word.
            onClick={() => (result.verification === "queried" ? setAsks("settle") : void decide("verified", ""))}
          >
            {t("confirm")}
          </Button>
        )}
        {isOwn || isBlind || asks === "query" || result.verification !== "awaiting" ? null : (
          <Button aria-label={t("queryNamed", named)} onClick={() => setAsks("query")}>
            {t("query")}
          </Button>
        )}
        {isBlind ? null : (
          <Button kind="quiet" onClick={props.onHistory}>
            {labels("saved.open", { code })}
          </Button>
        )}
      </div>
    </li>
  );
}

function Facts(props: { readonly setting: LaboratorySetting; readonly measurement: Measurement }) {
  const { setting, measurement } = props;
  const t = useTranslations("laboratory");
  const locale = useLocale();
  const day = useDay();
  const words = useResultWords();
  const { result } = measurement;
  if (measurement.kind !== "viral-load") return <p>{words.measurement(measurement)}</p>;
  const { assay } = measurement.result;
  const register = setting.assays.map((one) => one.assay);
  const found = assay === null ? null : (findAssay(register, assay.key, assay.edition) ?? null);
  const rule = THRESHOLD_RULES.find(({ id }) => id === setting.settings.ruleId) ?? THRESHOLD_RULES[0];
  const dates = (["collectedOn", "receivedOn", "testedOn", "returnedOn"] as const).flatMap((field) => {
    const on = result[field];
    return on === null ? [] : [t("atField", { field: t(`field.${field}`), problem: day(on) })];
  });
  return (
    <>
      <p>
        <strong>
          {t("row.withSpecimen", {
            result: words.measurement(measurement),
            specimen: t(`specimen.${measurement.result.specimen}`),
          })}
        </strong>{" "}
        · {words.category(categorise(measurement.result, rule, found), rule)}
      </p>
      {result.asPrinted === null ? null : (
        <p className={styles.quiet}>{t("history.asPrinted", { text: result.asPrinted })}</p>
      )}
      <p className={styles.quiet}>{[...(found === null ? [] : [found.name[locale]]), ...dates].join(" · ")}</p>
    </>
  );
}
