import { useTranslations } from "next-intl";

/** The label of programmes that hold a published study; data, so it is put into words here. */
const PUBLISHED = "published data set";

/** What the numbers of a programme are, and what follows from it. */
export function useDataLabelWords(): (label: string) => { readonly name: string; readonly note: string } {
  const t = useTranslations("shell.dataLabel");
  return (label) => {
    if (label === "simulated") return { name: t("simulated"), note: t("simulatedNote") };
    return { name: label === PUBLISHED ? t("published") : label, note: t("otherNote") };
  };
}
