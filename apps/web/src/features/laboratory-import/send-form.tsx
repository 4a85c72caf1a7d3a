"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { uuidv7 } from "uuidv7";
import shared from "@/features/file-import/file-import.module.css";
import { useApiClient } from "@/trpc/client";
import type { Laboratory, LaboratoryPlace } from "./laboratory-import-views";
import { SendPanel } from "./send-panel";
import { useSendingFile } from "./use-sending-file";

/** Choosing a file, by button or by dropping it. It is sent at once, and nothing of it is imported yet. */
export function SendForm(props: {
  readonly place: LaboratoryPlace;
  readonly laboratory: Laboratory;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport.send");
  const router = useRouter();
  const client = useApiClient();
  const titleId = useId();
  const { programmeId, base } = props.place;
  const { laboratoryId, name } = props.laboratory;
  const sending = useSendingFile((importId) => router.push(`${base}/laboratory/import/${importId}`));
  return (
    <section className={shared.section} aria-labelledby={titleId}>
      <h2 id={titleId}>{t("title")}</h2>
      <SendPanel
        label={t("choose", { name })}
        sending={sending}
        onFile={(file) => sending.send({ ids: { programmeId, importId: uuidv7() }, file, laboratoryId })}
        // What has arrived of a file nobody wants any more is thrown away; if nobody answers, the list still shows it.
        onStopped={(ids) => void client.laboratoryImport.discard.mutate(ids).catch(() => undefined)}
      />
    </section>
  );
}
