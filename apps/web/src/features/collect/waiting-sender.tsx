"use client";

import { Button } from "@alongside/ui/primitives/button";
import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useState } from "react";
import { useApiClient } from "@/trpc/client";
import { dropAlert, keepAlert, listAlerts, type UnreadAlert } from "./alert-store";
import type { DraftOwner } from "./draft";
import { dropDraft, keepDraft, listDrafts, readDraft } from "./draft-store";
import { whileFree } from "./form-lock";
import { RiskNotice } from "./risk-notice";
import { draftServer } from "./send-draft";
import { sendWaiting } from "./send-waiting";
import { useRounds } from "./use-rounds";
import styles from "./waiting-sender.module.css";
import { wipeWithdrawn } from "./wipe-withdrawn";

/**
 * Sends what this person left waiting on this device, from whatever page they are on, and says what came of it: quietly
 * that it was sent, and in full, until it is read, when an answer calls for somebody to act.
 */
export function WaitingSender(props: DraftOwner & { readonly base: string }): React.JSX.Element {
  const { personId, programmeId, base } = props;
  const t = useTranslations("sending");
  const parts = useTranslations("parts");
  const client = useApiClient();
  const router = useRouter();
  const pathname = usePathname();
  const [sent, setSent] = useState(0);
  const [wiped, setWiped] = useState(0);
  const [alerts, setAlerts] = useState<readonly UnreadAlert[]>([]);
  const showsLists = pathname === base || pathname === `${base}/collect`;

  const readAlerts = useCallback(
    () => listAlerts({ personId, programmeId }).then(setAlerts, () => undefined),
    [personId, programmeId],
  );
  useEffect(() => void readAlerts(), [readAlerts]);

  useRounds(
    useCallback(async () => {
      const list = () => listDrafts({ personId, programmeId });
      const outbox = { list, read: readDraft, keep: keepDraft, drop: dropDraft, whileFree, keepAlert };
      const removed = await wipeWithdrawn(outbox, async (held) => {
        const { wiped: positions } = await client.withdrawal.listWiped.query({ programmeId, held: [...held] });
        return positions;
      }).catch(() => 0);
      const round = await sendWaiting(outbox, draftServer(client));
      setWiped((before) => before + removed + round.wiped);
      if (round.sent > 0) {
        setSent((before) => before + round.sent);
        await readAlerts();
        // What is due has changed at the server too.
        if (showsLists) router.refresh();
      }
      return round.again;
    }, [personId, programmeId, client, readAlerts, router, showsLists]),
    pathname,
  );

  return (
    <section className={styles.corner} aria-label={t("label")}>
      {alerts.map((alert) => (
        <div key={alert.assessmentId} className={styles.alert}>
          <p className={styles.about}>
            {alert.shown.code} · {alert.shown.timepoint} · {alert.shown.title}
          </p>
          <RiskNotice risk={alert.risk} />
          <Button
            onClick={() => void dropAlert({ personId, programmeId }, alert.assessmentId).then(readAlerts, readAlerts)}
          >
            {t("read")}
          </Button>
        </div>
      ))}
      <div role="status">
        {wiped > 0 ? (
          <p className={styles.sent}>
            {t("wiped", { count: wiped })} <Button onClick={() => setWiped(0)}>{parts("close")}</Button>
          </p>
        ) : null}
        {sent > 0 ? (
          <p className={styles.sent}>
            {t("sent", { count: sent })} <Button onClick={() => setSent(0)}>{parts("close")}</Button>
          </p>
        ) : null}
      </div>
    </section>
  );
}
