import { LAB_KIND_FACTS, LAB_KINDS } from "@alongside/domain/laboratory/kinds";
import { RESULT_UNITS, SPECIMENS, TEST_REASON_TEXTS, TEST_REASONS } from "@alongside/domain/viral-load/measurement";
import { useLocale, useTranslations } from "next-intl";
import { FieldGroup, SelectField, TextField } from "@/features/file-import/fields";
import type { Mapping, Suggestion } from "./laboratory-import-views";
import { assayId, findAssayRef } from "./mapping-changes";

/** What holds for every row that does not say otherwise. */
export function RowFields(props: {
  readonly suggestion: Suggestion;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport");
  const words = useTranslations("laboratory");
  const locale = useLocale();
  const { suggestion, mapping, onChange } = props;
  const { constants } = mapping;
  const say = (change: Partial<Mapping["constants"]>) =>
    onChange({ ...mapping, constants: { ...constants, ...change } });
  const pick = <T extends string>(all: readonly T[], value: string | null) => all.find((one) => one === value);
  return (
    <FieldGroup wide legend={t("columns.always")}>
      <SelectField
        label={t("field.kind")}
        value={constants.kind}
        options={LAB_KINDS.map((kind) => ({ value: kind, label: LAB_KIND_FACTS[kind].label[locale] }))}
        onChange={(value) => say({ kind: pick(LAB_KINDS, value) ?? constants.kind })}
      />
      <SelectField
        label={t("field.unit")}
        value={constants.unit}
        none={t("columns.unitInCell")}
        options={RESULT_UNITS.map((unit) => ({ value: unit, label: words(`unit.${unit}`) }))}
        onChange={(value) => say({ unit: pick(RESULT_UNITS, value) ?? null })}
      />
      <SelectField
        label={t("field.assay")}
        value={constants.assay === null ? null : assayId(constants.assay)}
        none={words("row.notStated")}
        options={suggestion.assays.map((assay) => ({ value: assayId(assay), label: assay.name[locale] }))}
        onChange={(value) => say({ assay: findAssayRef(suggestion.assays, value) })}
      />
      <SelectField
        label={t("field.specimen")}
        value={constants.specimen}
        none={t("columns.specimenOfAssay")}
        options={SPECIMENS.map((specimen) => ({ value: specimen, label: words(`specimen.${specimen}`) }))}
        onChange={(value) => say({ specimen: pick(SPECIMENS, value) ?? null })}
      />
      <SelectField
        label={t("field.reason")}
        value={constants.reason}
        options={TEST_REASONS.map((reason) => ({ value: reason, label: TEST_REASON_TEXTS[reason][locale] }))}
        onChange={(value) => say({ reason: pick(TEST_REASONS, value) ?? "not-stated" })}
      />
      <TextField
        label={t("columns.missing")}
        value={mapping.missing.join(" ")}
        onChange={(text) => onChange({ ...mapping, missing: text.split(" ").slice(0, 50) })}
      />
    </FieldGroup>
  );
}
