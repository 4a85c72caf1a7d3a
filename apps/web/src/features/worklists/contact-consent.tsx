"use client";

import type { Failure } from "@alongside/domain/failure/failure";
import { Button } from "@alongside/ui/primitives/button";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureWords } from "@/features/failure/failure-notice";
import { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import styles from "./counselling.module.css";
import type { ConsentHistory } from "./worklist-view";

type Version = NonNullable<ConsentHistory["current"]>;

/** Whether a peer supporter may be asked to contact somebody. What was said before stays in the history. */
export function ContactConsent(props: {
  readonly programmeId: string;
  readonly participantId: string;
  readonly consent: ConsentHistory;
  readonly mayRecord: boolean;
}): React.JSX.Element {
  const { programmeId, participantId, consent } = props;
  const { current, earlier } = consent;
  const t = useTranslations("worklists.consent");
  const client = useApiClient();
  const router = useRouter();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  // The same answer sent twice is stored once.
  const consentId = useRef(uuidv7());

  const record = async (mayContact: boolean) => {
    setBusy(true);
    try {
      await client.contactConsent.record.mutate({
        ...{ programmeId, participantId, consentId: consentId.current, mayContact },
      });
      setFailure(null);
      setSaid(t("recorded"));
      router.refresh();
    } catch (error) {
      setFailure(failureOf(error) ?? { code: "unavailable", reason: "contact-consent.unanswered" });
    }
    consentId.current = uuidv7();
    setBusy(false);
  };
  return (
    <section className={styles.block} aria-labelledby="consent">
      <h2 id="consent">{t("title")}</h2>
      <p>{current === null ? t("notAsked") : <Answer version={current} />}</p>
      <p className={styles.quiet}>{t("about")}</p>
      {props.mayRecord ? (
        <div className={styles.buttons}>
          {current?.mayContact === true ? null : (
            <Button disabled={busy} onClick={() => void record(true)}>
              {t("yes")}
            </Button>
          )}
          {current?.mayContact === false ? null : (
            <Button disabled={busy} onClick={() => void record(false)}>
              {t(current === null ? "no" : "noMore")}
            </Button>
          )}
        </div>
      ) : null}
      <p role="status" className={styles.said}>
        {said}
      </p>
      {failure ? <FailureWords failure={failure} /> : null}
      {earlier.length === 0 ? null : (
        <details className={styles.earlier}>
          <summary>{t("earlier", { count: earlier.length })}</summary>
          <ul>
            {earlier.map((version) => (
              <li key={version.consentId}>
                <Answer version={version} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Answer({ version }: { readonly version: Version }): React.JSX.Element {
  const t = useTranslations("worklists.consent");
  const format = useFormatter();
  const time = format.dateTime(version.recordedAt, { dateStyle: "medium" });
  return (
    <>
      <strong>{t(version.mayContact ? "may" : "mayNot")}</strong>{" "}
      <span className={styles.quiet}>{t("by", { name: version.recordedBy ?? t("nobody"), time })}</span>
    </>
  );
}
