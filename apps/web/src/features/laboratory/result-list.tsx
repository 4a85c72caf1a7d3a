import { findAssay } from "@alongside/domain/viral-load/assay-register";
import { categorise, type ThresholdRule } from "@alongside/domain/viral-load/categorise";
import type { ViralLoad } from "@alongside/domain/viral-load/measurement";
import { Button } from "@alongside/ui/primitives/button";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { type BadgeTone, StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useDay } from "@/features/participants/calendar-day";
import { CorrectForm } from "./correct-form";
import { DifferenceTable } from "./difference-table";
import styles from "./laboratory.module.css";
import type { LaboratorySetting, ResultHistory, ResultView } from "./laboratory-view";
import { type ResultFamily, resultFamilies } from "./result-families.model";
import { lacksFactor, useResultWords } from "./result-words";
import { useRuleWords } from "./rule-words";

interface ListProps {
  readonly setting: LaboratorySetting;
  readonly history: ResultHistory;
  readonly mayCorrect: boolean;
  readonly onCorrected: () => void;
  /** By which results are named, the programme's own first; none: results stand without a category. */
  readonly rules?: readonly ThresholdRule[];
}

const TONES: Readonly<Record<ResultView["verification"], BadgeTone>> = {
  "not-needed": "neutral",
  awaiting: "caution",
  verified: "good",
  queried: "danger",
};

/** A person's results, each with every version it had. */
export function ResultList(props: ListProps): React.JSX.Element {
  const t = useTranslations("laboratory.person");
  const families = resultFamilies(props.history.results);
  if (families.length === 0) {
    return (
      <EmptyState title={t("none")} level={3}>
        <p>{t("noneWhy")}</p>
      </EmptyState>
    );
  }
  return (
    <ol className={styles.results}>
      {families.map((family) => (
        <Family key={family.newest.resultId} {...props} family={family} />
      ))}
    </ol>
  );
}

function Family(props: ListProps & { readonly family: ResultFamily }): React.JSX.Element {
  const { family, history } = props;
  const { newest, older } = family;
  const t = useTranslations("laboratory");
  const day = useDay();
  const [correcting, setCorrecting] = useState(false);
  const collected = day(newest.measurement.result.collectedOn);
  const isUnjudged = newest.current && verdicts(props, newest).some(({ verdict }) => lacksFactor(verdict));
  return (
    <li className={styles.result}>
      <div className={styles.resultHead}>
        <strong>{collected}</strong>
        <Said {...props} result={newest} />
        {newest.current ? (
          <StatusBadge tone={TONES[newest.verification]}>{t(`verification.${newest.verification}`)}</StatusBadge>
        ) : (
          <StatusBadge>{t(newest.undoneAt === null ? "history.replaced" : "history.undone")}</StatusBadge>
        )}
        {isUnjudged ? <StatusBadge tone="caution">{t("factor.badge")}</StatusBadge> : null}
        {props.mayCorrect && newest.current && !correcting ? (
          <Button
            size="small"
            aria-label={t("correct.openNamed", { day: collected })}
            onClick={() => setCorrecting(true)}
          >
            {t("correct.open")}
          </Button>
        ) : null}
      </div>
      {isUnjudged && props.mayCorrect ? <p className={styles.quiet}>{t("factor.stored")}</p> : null}
      <Trace result={newest} history={history} />
      {correcting ? (
        <CorrectForm
          setting={props.setting}
          code={history.code}
          participantId={history.participantId}
          result={newest}
          onClose={() => setCorrecting(false)}
          onSaved={() => {
            setCorrecting(false);
            props.onCorrected();
          }}
        />
      ) : null}
      {older.length === 0 ? null : (
        <details className={styles.more}>
          <summary>{t("history.versions", { count: older.length })}</summary>
          <ol className={styles.versions}>
            {older.map((result) => (
              <li key={result.resultId}>
                <span className={styles.resultHead}>
                  {day(result.measurement.result.collectedOn)} <Said {...props} result={result} />
                  <StatusBadge>{t(result.undoneAt === null ? "history.replaced" : "history.undone")}</StatusBadge>
                </span>
                <Trace result={result} history={history} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

function Said(props: Pick<ListProps, "setting" | "rules"> & { readonly result: ResultView }): React.JSX.Element {
  const { result } = props;
  const t = useTranslations("laboratory");
  const words = useResultWords();
  const { measurement, undoneAt, current } = result;
  const said = words.measurement(measurement);
  const named = verdicts(props, result);
  const specimen = measurement.kind === "viral-load" ? t(`specimen.${measurement.result.specimen}`) : null;
  return (
    <span className={undoneAt === null || current ? undefined : styles.old}>
      {specimen === null ? said : t("row.withSpecimen", { result: said, specimen })}
      {named.map(({ rule, verdict }) => (
        <span key={rule.id} className={styles.quiet} data-rule={rule.id}>
          {" · "}
          {words.category(verdict, rule)}
        </span>
      ))}
    </span>
  );
}

/** What a viral load is by each of the rules. */
function verdicts({ rules = [], setting }: Pick<ListProps, "setting" | "rules">, { measurement }: ResultView) {
  return measurement.kind === "viral-load" ? rules.map((rule) => byRule(measurement.result, rule, setting)) : [];
}

function byRule(result: ViralLoad, rule: ThresholdRule, { assays }: LaboratorySetting) {
  const register = assays.map(({ assay }) => assay);
  const assay = result.assay === null ? null : findAssay(register, result.assay.key, result.assay.edition);
  return { rule, verdict: categorise(result, rule, assay ?? null) };
}

/** Who entered a version, when, why, and what was said about it. */
function Trace({ result, history }: { readonly result: ResultView; readonly history: ResultHistory }) {
  const t = useTranslations("laboratory.history");
  const verification = useTranslations("laboratory.verification");
  const rules = useRuleWords();
  const format = useFormatter();
  const name = (id: string | null) => (id === null ? t("nobody") : (history.names[id] ?? t("nobody")));
  const time = (instant: string | Date) =>
    format.dateTime(new Date(instant), { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });
  const { asPrinted } = result.measurement.result;
  const readings = history.secondEntries.filter(({ resultId }) => resultId === result.resultId);
  const decisions = history.verifications.filter(({ resultId }) => resultId === result.resultId);
  return (
    <div className={styles.quiet}>
      <p>{t("entered", { name: name(result.enteredById), time: time(result.enteredAt) })}</p>
      {asPrinted === null ? null : <p>{t("asPrinted", { text: asPrinted })}</p>}
      {result.reason === null ? null : (
        <p>{result.reason === "result-arrived" ? t("arrived") : t("why", { reason: result.reason })}</p>
      )}
      {result.checks.map(({ check, reason }) => (
        <p key={check}>{t("check", { check: rules.checkName(check), reason })}</p>
      ))}
      {decisions.map(({ decision, note, decidedById, decidedAt }) => (
        <p key={`${decision} ${String(decidedAt)}`}>
          {t("decided", {
            decision: decision === "verified" || decision === "queried" ? verification(decision) : decision,
            name: name(decidedById),
            time: time(decidedAt),
          })}{" "}
          {note === "" ? null : t("note", { note })}
        </p>
      ))}
      {readings.map(({ differences, enteredById, enteredAt }) => (
        <div key={String(enteredAt)}>
          <p>
            {t(differences.length === 0 ? "readAlike" : "readOtherwise", {
              name: name(enteredById),
              time: time(enteredAt),
            })}
          </p>
          {differences.length === 0 ? null : <DifferenceTable list={differences} />}
        </div>
      ))}
    </div>
  );
}
