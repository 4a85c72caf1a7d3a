import { PURPOSE_LABELS, type ReleasePurpose } from "@alongside/domain/release/release";
import { useLocale } from "next-intl";

/** What a purpose is called in the reader's language. */
export function usePurposeWords(): (purpose: ReleasePurpose) => string {
  const locale = useLocale();
  return (purpose) => PURPOSE_LABELS[purpose][locale];
}
