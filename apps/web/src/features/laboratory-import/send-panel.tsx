"use client";

import { Button } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { useFormatter, useTranslations } from "next-intl";
import { FailureWords } from "@/features/failure/failure-notice";
import { FileDrop } from "@/features/file-import/file-drop";
import shared from "@/features/file-import/file-import.module.css";
import styles from "./laboratory-import.module.css";
import type { ImportIds } from "./laboratory-import-views";
import type { SendingFile } from "./use-sending-file";

const ACCEPTED =
  ".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The place for a file, how far it is on its way, and what became of sending it. */
export function SendPanel(props: {
  readonly label: string;
  readonly sending: SendingFile;
  readonly onFile: (file: File) => void;
  readonly onStopped?: (ids: ImportIds) => void;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport.send");
  const format = useFormatter();
  const { sending } = props;
  const { state } = sending;
  const busy = state.kind === "sending" || state.kind === "stored";
  return (
    <>
      <FileDrop
        label={props.label}
        help={t("help")}
        accept={ACCEPTED}
        sendingLabel={t("sending")}
        sending={busy ? { share: state.kind === "sending" ? state.share : null } : null}
        onFile={props.onFile}
      >
        <p className={shared.small}>{t("privacy")}</p>
      </FileDrop>
      {state.kind === "sending" ? (
        <div className={styles.line}>
          <p>{t("share", { share: format.number(state.share, { style: "percent" }) })}</p>
          <Button
            onClick={() => {
              const ids = sending.stop();
              if (ids !== null) props.onStopped?.(ids);
            }}
          >
            {t("stop")}
          </Button>
        </div>
      ) : null}
      {state.kind === "refused" ? <FailureWords failure={state.failure} /> : null}
      {state.kind === "stopped" ? <p role="status">{t("stopped")}</p> : null}
      {state.kind === "broken-off" ? (
        <Notice tone="caution" title={t("brokenOff.title")}>
          <p>{t("brokenOff.text")}</p>
          <p>
            <Button onClick={sending.goOn}>{t("brokenOff.goOn")}</Button>
          </p>
        </Notice>
      ) : null}
    </>
  );
}
