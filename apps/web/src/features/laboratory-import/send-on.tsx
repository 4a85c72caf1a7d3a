"use client";

import { Notice } from "@alongside/ui/primitives/notice";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import shared from "@/features/file-import/file-import.module.css";
import type { ImportDetail, ImportIds } from "./laboratory-import-views";
import { SendPanel } from "./send-panel";
import { useSendingFile } from "./use-sending-file";

/** A file of which only a part has arrived: choosing it again sends the rest. */
export function SendOn(props: {
  readonly ids: ImportIds;
  readonly view: ImportDetail;
  readonly onStored: () => void;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport.send");
  const format = useFormatter();
  const { ids, view } = props;
  const [isOther, setIsOther] = useState(false);
  const sending = useSendingFile(props.onStored);
  return (
    <section className={shared.section} aria-labelledby="send-on">
      <h2 id="send-on">{t("on.title")}</h2>
      <p className={shared.lead}>
        {t("on.text", {
          file: view.fileName,
          share: format.number(view.receivedBytes / Math.max(1, view.bytes), { style: "percent" }),
        })}
      </p>
      <SendPanel
        label={t("on.choose", { file: view.fileName })}
        sending={sending}
        onFile={(file) => {
          const same = file.size === view.bytes && file.name.endsWith(view.fileName.slice(-40));
          setIsOther(!same);
          if (same) sending.send({ ids, file, laboratoryId: view.laboratoryId });
        }}
      />
      {isOther ? (
        <Notice tone="caution" title={t("on.other")}>
          <p>{t("on.otherText", { file: view.fileName })}</p>
        </Notice>
      ) : null}
    </section>
  );
}
