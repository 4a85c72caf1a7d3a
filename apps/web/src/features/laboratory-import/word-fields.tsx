import { LAB_KIND_FACTS, LAB_KINDS } from "@alongside/domain/laboratory/kinds";
import { RESULT_UNITS, SPECIMENS, TEST_REASON_TEXTS, TEST_REASONS } from "@alongside/domain/viral-load/measurement";
import { FAILURE_REASONS, REJECTION_REASONS } from "@alongside/domain/viral-load/no-result-reasons";
import { useLocale, useTranslations } from "next-intl";
import { FieldGroup, type Option, SelectField } from "@/features/file-import/fields";
import type { Findings, Mapping, Suggestion } from "./laboratory-import-views";
import { assayId, meaningOf, sayMeaning, WORD_FIELDS, type WordField, wordsOf } from "./mapping-changes";

/** What the words of the laboratory mean: for every column of words, each word that stands there. */
export function WordFields(props: {
  readonly suggestion: Suggestion;
  readonly findings: Findings | null;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport");
  const { suggestion, mapping } = props;
  const optionsOf = useMeanings(suggestion);
  const noneOf = (field: WordField, word: string) => {
    const isUnknown = props.findings?.unknownWords.some((one) => one.field === field && one.text === word) ?? false;
    if (isUnknown) return t("columns.notKnown");
    return COMMONLY_KNOWN.includes(field) ? t("columns.common") : t("columns.notSaid");
  };
  return (
    <>
      {WORD_FIELDS.map((field) => {
        const words = wordsOf(mapping, field, suggestion.columns, props.findings);
        if (words.length === 0) return null;
        return (
          <FieldGroup wide key={field} legend={t("columns.words", { field: t(`field.${field}`) })}>
            {words.map((word) => (
              <SelectField
                key={word.toLowerCase()}
                label={t("columns.word", { word })}
                value={meaningOf(mapping, field, word)}
                none={noneOf(field, word)}
                options={optionsOf(field)}
                onChange={(value) => props.onChange(sayMeaning(mapping, field, word, value, suggestion))}
              />
            ))}
          </FieldGroup>
        );
      })}
    </>
  );
}

/** Fields whose words laboratories mostly write alike. */
const COMMONLY_KNOWN: readonly WordField[] = ["kind", "unit", "specimen", "assay"];

function useMeanings(offered: Pick<Suggestion, "assays" | "sites">): (field: WordField) => readonly Option[] {
  const t = useTranslations("laboratory");
  const locale = useLocale();
  const coded = (list: typeof REJECTION_REASONS | typeof FAILURE_REASONS) =>
    list.map(({ code, text }) => ({ value: code, label: text[locale] }));
  return (field) => {
    switch (field) {
      case "kind":
        return LAB_KINDS.map((kind) => ({ value: kind, label: LAB_KIND_FACTS[kind].label[locale] }));
      case "unit":
        return RESULT_UNITS.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }));
      case "specimen":
        return SPECIMENS.map((specimen) => ({ value: specimen, label: t(`specimen.${specimen}`) }));
      case "reason":
        return TEST_REASONS.map((reason) => ({ value: reason, label: TEST_REASON_TEXTS[reason][locale] }));
      case "rejection":
        return coded(REJECTION_REASONS);
      case "failure":
        return coded(FAILURE_REASONS);
      case "assay":
        return offered.assays.map((assay) => ({ value: assayId(assay), label: assay.name[locale] }));
      case "site":
        return offered.sites.map(({ id, name }) => ({ value: id, label: name }));
    }
  };
}
