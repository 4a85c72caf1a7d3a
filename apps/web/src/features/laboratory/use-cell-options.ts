import type { LabKind } from "@alongside/domain/laboratory/kinds";
import { newestEditions } from "@alongside/domain/viral-load/assay-register";
import { RESULT_STATES, SPECIMENS, TEST_REASON_TEXTS, TEST_REASONS } from "@alongside/domain/viral-load/measurement";
import { FAILURE_REASONS, REJECTION_REASONS } from "@alongside/domain/viral-load/no-result-reasons";
import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import type { ListedAssay } from "./laboratory-view";
import { assayName } from "./row-view.model";

interface Option {
  readonly value: string;
  readonly text: string;
}

export interface CellOptions {
  readonly states: readonly Option[];
  readonly assays: readonly Option[];
  readonly specimens: readonly Option[];
  readonly reasons: readonly Option[];
  readonly rejections: readonly Option[];
  readonly failures: readonly Option[];
}

/** What can be chosen in the lists of a row, in the reader's language. */
export function useCellOptions(kind: LabKind, listed: readonly ListedAssay[]): CellOptions {
  const t = useTranslations("laboratory");
  const locale = useLocale();
  return useMemo(() => cellOptions(kind, listed, t, locale), [kind, listed, t, locale]);
}

function cellOptions(
  kind: LabKind,
  listed: readonly ListedAssay[],
  t: ReturnType<typeof useTranslations<"laboratory">>,
  locale: ReturnType<typeof useLocale>,
): CellOptions {
  const active = listed.filter((one) => one.active).map(({ assay }) => assay);
  const named = (list: readonly { readonly code: string; readonly text: Readonly<Record<"en" | "zh", string>> }[]) =>
    list.map(({ code, text }) => ({ value: code, text: text[locale] }));
  const states = RESULT_STATES.filter((state) => kind === "viral-load" || state !== "not-detected");
  return {
    states: states.map((state) => ({ value: state, text: t(`state.${state}`) })),
    assays: newestEditions(active).map((assay) => ({ value: assayName(assay), text: assay.name[locale] })),
    specimens: SPECIMENS.map((specimen) => ({ value: specimen, text: t(`specimen.${specimen}`) })),
    reasons: TEST_REASONS.map((reason) => ({ value: reason, text: TEST_REASON_TEXTS[reason][locale] })),
    rejections: named(REJECTION_REASONS),
    failures: named(FAILURE_REASONS),
  };
}
