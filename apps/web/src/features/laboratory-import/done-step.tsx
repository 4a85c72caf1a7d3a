"use client";

import { buttonClass } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import Link from "next/link";
import { useTranslations } from "next-intl";
import shared from "@/features/file-import/file-import.module.css";
import { leftOut } from "./import-list";
import type { ImportCounts, ImportDetail, LaboratoryPlace } from "./laboratory-import-views";
import { RowList } from "./row-list";

/** What an import has brought, what it left out, and the file of that to be put right and sent again. */
export function DoneStep(props: {
  readonly place: LaboratoryPlace;
  readonly view: ImportDetail;
  readonly counts: ImportCounts;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport.done");
  const { place, view, counts } = props;
  const out = leftOut(counts);
  const base = `${place.base}/laboratory`;
  return (
    <section className={shared.section} aria-labelledby="done">
      <h2 id="done">{t("title")}</h2>
      <Notice tone="information" title={t("stored", { n: counts.new + counts.changed, changed: counts.changed })}>
        {counts.same > 0 ? <p>{t("same", { n: counts.same })}</p> : null}
        {view.awaiting > 0 ? <p>{t("awaiting", { n: view.awaiting })}</p> : null}
      </Notice>
      {out > 0 ? (
        <Notice tone="caution" title={t("out", { n: out })}>
          <p>{t("outText")}</p>
          {view.hasErrorFile ? (
            <p>
              <a className={buttonClass({ kind: "primary" })} href={`${base}/import/${view.importId}/rows`} download="">
                {t("download")}
              </a>
            </p>
          ) : (
            <p>{t("noFile")}</p>
          )}
        </Notice>
      ) : null}
      <p className={shared.actions}>
        {view.awaiting > 0 ? (
          <Link className={buttonClass()} href={`${base}/verify`} prefetch={false}>
            {t("verify")}
          </Link>
        ) : null}
        <Link className={buttonClass()} href={`${base}/import`} prefetch={false}>
          {t("another")}
        </Link>
      </p>
      <RowList ids={{ programmeId: place.programmeId, importId: view.importId }} counts={counts} />
    </section>
  );
}
