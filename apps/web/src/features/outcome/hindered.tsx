import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import type { BinaryView, OutcomeView } from "./outcome-view";

/** Of cohorts that somebody defined: what they are, and why they are not compared although that was asked for. */
export function Hindered({ view }: { readonly view: OutcomeView | BinaryView }): React.JSX.Element | null {
  const t = useTranslations("outcome.defined");
  if (view.definitions === null) return null;
  const own = view.definitions.find(({ id }) => id === view.cohort.id);
  return (
    <>
      {own?.isKnownAtBaseline === false ? (
        <Notice tone="caution" title={t("after.title")}>
          <p>{t("after.text")}</p>
        </Notice>
      ) : (
        <p>{t("text")}</p>
      )}
      {view.hindrance === null ? null : (
        <Notice tone="caution" title={t(`${view.hindrance}.title`)}>
          <p data-hindrance={view.hindrance}>{t(`${view.hindrance}.text`)}</p>
        </Notice>
      )}
    </>
  );
}
