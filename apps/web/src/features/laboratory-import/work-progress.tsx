"use client";

import { useTranslations } from "next-intl";
import { ConfirmAction } from "@/features/file-import/confirm-action";
import shared from "@/features/file-import/file-import.module.css";
import type { ImportDetail } from "./laboratory-import-views";

/** How far a check or a run is. Leaving the page does not stop it; the button does, and then nothing is kept. */
export function WorkProgress(props: {
  readonly work: "check" | "run";
  readonly view: ImportDetail;
  readonly onCancel: () => void;
}): React.JSX.Element {
  const { work, view } = props;
  const t = useTranslations("laboratoryImport.work");
  const { rowsDone, rowsTotal } = view;
  const atWork = view.state === (work === "run" ? "running" : "checking");
  const counted = atWork && rowsDone > 0;
  const measured = counted && rowsTotal >= rowsDone;
  const words = {
    ...{ action: t(`${work}.stop`), title: t("cancel.title"), text: t(`${work}.stopText`) },
    ...{ confirm: t(`${work}.stop`), cancel: t("cancel.keep") },
  };
  return (
    <section className={shared.section} aria-labelledby="at-work">
      <h2 id="at-work">{t(`${work}.title`)}</h2>
      <progress
        className={shared.progress}
        aria-labelledby="at-work"
        max={Math.max(1, rowsTotal)}
        {...(measured ? { value: rowsDone } : {})}
      />
      <p>
        {measured
          ? t("progress", { done: rowsDone, total: rowsTotal })
          : counted
            ? t("read", { done: rowsDone })
            : t("reading")}
      </p>
      <p className={shared.lead}>{t(`${work}.leave`)}</p>
      <div className={shared.actions}>
        <ConfirmAction words={words} busy={!atWork} onConfirm={props.onCancel} />
      </div>
    </section>
  );
}
