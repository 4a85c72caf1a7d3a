import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import type { ImportState } from "./laboratory-import-views";

/** What became of an import that ended before it was done: nothing of its file was stored. */
export function EndedNotice({ state }: { readonly state: ImportState }): React.JSX.Element | null {
  const t = useTranslations("laboratoryImport.ended");
  if (state !== "cancelled" && state !== "failed" && state !== "interrupted") return null;
  return (
    <Notice tone={state === "cancelled" ? "information" : "caution"} title={t(`${state}.title`)}>
      <p>{t(`${state}.text`)}</p>
    </Notice>
  );
}
