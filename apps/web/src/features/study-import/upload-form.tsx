"use client";

import { Notice } from "@alongside/ui/primitives/notice";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState } from "react";
import { FailureWords } from "@/features/failure/failure-notice";
import { DestinationNote } from "./destination-note";
import styles from "./study-import.module.css";
import type { Destination } from "./study-import-views";
import { type UploadOutcome, uploadFile } from "./upload-file";

type State = { readonly kind: "idle" } | { readonly kind: "sending"; readonly share: number } | UploadOutcome;

/** Choosing a file, by button or by dropping it. It is sent at once and the columns come next; nothing is imported yet. */
export function UploadForm(props: {
  readonly programmeId: string;
  readonly base: string;
  readonly destination: Destination;
}): React.JSX.Element {
  const t = useTranslations("studyImport.upload");
  const router = useRouter();
  const [state, setState] = useState<State>({ kind: "idle" });
  const [over, setOver] = useState(false);
  const titleId = useId();
  const helpId = useId();

  async function send(file: File | undefined): Promise<void> {
    if (!file || state.kind === "sending") return;
    setState({ kind: "sending", share: 0 });
    const outcome = await uploadFile(file, props.programmeId, (share) => setState({ kind: "sending", share }));
    setState(outcome);
    if (outcome.kind === "stored") router.push(`${props.base}/import/${outcome.importId}`);
  }

  const field = useRef<HTMLInputElement>(null);
  const sendRef = useRef(send);
  sendRef.current = send;
  // A file chosen before this page's script had arrived would otherwise be overlooked.
  useEffect(() => void sendRef.current(field.current?.files?.[0]), []);

  const sending = state.kind === "sending" || state.kind === "stored";
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h2 id={titleId}>{t("title")}</h2>
      <DestinationNote {...props.destination} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the file field is the first */}
      <div
        className={`${styles.drop} ${over ? styles.over : ""}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void send(event.dataTransfer.files[0]);
        }}
      >
        <input
          ref={field}
          type="file"
          accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
          aria-label={t("choose")}
          aria-describedby={helpId}
          disabled={sending}
          onChange={(event) => void send(event.currentTarget.files?.[0])}
        />
        <p id={helpId} className={styles.lead}>
          {t("help")}
        </p>
        <p className={styles.small}>{t("privacy")}</p>
        {sending ? (
          <progress
            className={styles.progress}
            aria-label={t("sending")}
            max={1}
            {...(state.kind === "sending" && state.share < 1 ? { value: state.share } : {})}
          />
        ) : null}
      </div>
      {state.kind === "refused" ? <FailureWords failure={state.failure} /> : null}
      {state.kind === "broken-off" ? (
        <Notice tone="caution" title={t("brokenOff.title")}>
          <p>{t("brokenOff.text")}</p>
        </Notice>
      ) : null}
    </section>
  );
}
