"use client";

import { Notice } from "@alongside/ui/primitives/notice";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FailureWords } from "@/features/failure/failure-notice";
import { FileDrop } from "@/features/file-import/file-drop";
import styles from "@/features/file-import/file-import.module.css";
import { DestinationNote } from "./destination-note";
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
  const titleId = useId();

  async function send(file: File): Promise<void> {
    setState({ kind: "sending", share: 0 });
    const outcome = await uploadFile(file, props.programmeId, (share) => setState({ kind: "sending", share }));
    setState(outcome);
    if (outcome.kind === "stored") router.push(`${props.base}/import/${outcome.importId}`);
  }

  const sending = state.kind === "sending" || state.kind === "stored";
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <h2 id={titleId}>{t("title")}</h2>
      <DestinationNote {...props.destination} />
      <FileDrop
        label={t("choose")}
        help={t("help")}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        sendingLabel={t("sending")}
        sending={sending ? { share: state.kind === "sending" ? state.share : null } : null}
        onFile={(file) => void send(file)}
      >
        <p className={styles.small}>{t("privacy")}</p>
      </FileDrop>
      {state.kind === "refused" ? <FailureWords failure={state.failure} /> : null}
      {state.kind === "broken-off" ? (
        <Notice tone="caution" title={t("brokenOff.title")}>
          <p>{t("brokenOff.text")}</p>
        </Notice>
      ) : null}
    </section>
  );
}
