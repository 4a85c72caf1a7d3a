"use client";

import { alertFor, type RiskAlert } from "@alongside/domain/instruments/risk-watch";
import { Button, buttonClass } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { answersToSend } from "@alongside/ui/questionnaire/flow.model";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { FailureWords } from "@/features/failure/failure-notice";
import { useApiClient } from "@/trpc/client";
import { answeredCount, type Draft } from "./draft";
import { dropDraft, readDraft } from "./draft-store";
import styles from "./form-screen.module.css";
import type { OpenForm } from "./form-view";
import { RiskNotice } from "./risk-notice";
import { draftServer, type SendOutcome, sendDraft } from "./send-draft";
import { useHeldForm } from "./use-held-form";

/**
 * Answers this person left on this device for a place that is recorded. If they are the very form that is stored they go out once
 * more, which is harmless, and leave the device; otherwise the person decides.
 */
export function LeftoverDraft(props: {
  readonly form: OpenForm;
  readonly personId: string;
  readonly programmeId: string;
  /** Where they can be used as a correction. */
  readonly href: string;
}): React.JSX.Element | null {
  const { form, personId, programmeId } = props;
  const t = useTranslations("collect");
  const client = useApiClient();
  const [left, setLeft] = useState<Draft | null>(null);
  const [risk, setRisk] = useState<RiskAlert | null>(null);
  const [outcome, setOutcome] = useState<SendOutcome | null>(null);
  useEffect(() => {
    const { participantId } = form.participant;
    const { timepointId, instrument, collected } = form.place;
    const settle = async () => {
      const found = await readDraft({ personId, programmeId, participantId, timepointId, instrument });
      if (found === null || found.correction !== null || answeredCount(found.answers) === 0) return;
      const toSend = answersToSend(form.view, found.answers);
      setRisk(alertFor(form.risk, toSend));
      if (found.assessmentId !== collected?.assessmentId) return setLeft(found);
      const result = await sendDraft(draftServer(client), found, toSend);
      // Refused as a conflict, the server holds both.
      const kept = result.kind === "stored" || (result.kind === "refused" && result.failure.code === "conflict");
      if (kept) await dropDraft(found);
      setOutcome(result);
    };
    // Where the browser keeps nothing there is nothing left over.
    settle().catch(() => undefined);
  }, [form, personId, programmeId, client]);
  const { participant, place } = form;
  useHeldForm({ personId, programmeId, ...participant, ...place }, true);
  if (outcome?.kind === "refused") {
    return (
      <>
        {risk ? <RiskNotice risk={risk} /> : null}
        <FailureWords failure={outcome.failure} />
      </>
    );
  }
  if (left === null) return null;
  return (
    <>
      {risk ? <RiskNotice risk={risk} /> : null}
      <Notice tone="caution" title={t("recorded.leftover.title")}>
        <p>{t("recorded.leftover.text")}</p>
        <div className={styles.actions}>
          <Link className={buttonClass()} href={props.href} prefetch={false}>
            {t("recorded.leftover.use")}
          </Link>
          <Button onClick={() => void dropDraft(left).then(() => setLeft(null))}>{t("refused.drop")}</Button>
        </div>
      </Notice>
    </>
  );
}
