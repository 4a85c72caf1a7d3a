import { useTranslations } from "next-intl";
import { FieldGroup, SelectField } from "@/features/file-import/fields";
import { DateFormatField, DecimalMarkField } from "@/features/file-import/notation-fields";
import type { Field, Mapping, Suggestion } from "./laboratory-import-views";
import { chooseColumn, NEEDED_FIELDS, OTHER_FIELDS } from "./mapping-changes";

const DECIMAL_MARKS = ["auto", ".", ","] as const;
const DATE_FORMATS = [
  ...(["yyyy-mm-dd", "yyyy/mm/dd", "dd/mm/yyyy", "mm/dd/yyyy", "dd.mm.yyyy", "dd-mm-yyyy"] as const),
  "dd-mmm-yyyy",
] as const satisfies readonly Mapping["dateFormat"][];

/** Which column says what, each with an example of what stands there. */
export function ColumnFields(props: {
  readonly suggestion: Suggestion;
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}): React.JSX.Element {
  const t = useTranslations("laboratoryImport");
  const { suggestion, mapping, onChange } = props;
  const options = suggestion.columns.map(({ name, samples }) => ({
    value: name,
    label: samples[0] === undefined ? name : t("columns.withSample", { name, sample: samples[0] }),
  }));
  const select = (field: Field, none: string) => (
    <SelectField
      key={field}
      label={t(`field.${field}`)}
      value={mapping.columns[field] || null}
      none={none}
      options={options}
      onChange={(column) => onChange(chooseColumn(mapping, field, column))}
    />
  );
  return (
    <>
      <FieldGroup wide legend={t("columns.needs")}>
        {NEEDED_FIELDS.map((field) => select(field, t("columns.choose")))}
        <DateFormatField
          formats={DATE_FORMATS}
          value={mapping.dateFormat}
          onChange={(dateFormat) => onChange({ ...mapping, dateFormat })}
        />
        <DecimalMarkField
          marks={DECIMAL_MARKS}
          value={mapping.decimalMark}
          onChange={(decimalMark) => onChange({ ...mapping, decimalMark })}
        />
      </FieldGroup>
      <FieldGroup wide legend={t("columns.besides")}>
        {OTHER_FIELDS.map((field) => select(field, t("columns.notInFile")))}
      </FieldGroup>
    </>
  );
}
