"use client";

import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import styles from "@/features/file-import/file-import.module.css";
import type { Destination } from "./study-import-views";

/** Into which programme a file would go, and a warning where its people would stand among simulated or published data. */
export function DestinationNote({ name, dataLabel }: Destination): React.JSX.Element {
  const t = useTranslations("studyImport.destination");
  const programme = (chunks: React.ReactNode) => <strong>{chunks}</strong>;
  const into = <p className={styles.lead}>{t.rich("into", { name, programme })}</p>;
  if (dataLabel === null) return into;
  return (
    <>
      {into}
      <Notice tone="caution" title={t("notReal.title")}>
        <p>{t("notReal.text", { kind: dataLabel === "simulated" ? "simulated" : "published" })}</p>
      </Notice>
    </>
  );
}
