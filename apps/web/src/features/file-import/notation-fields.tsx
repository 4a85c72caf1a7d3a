import { useTranslations } from "next-intl";
import { SelectField } from "./fields";

type DateFormat =
  | "yyyy-mm-dd"
  | "yyyy/mm/dd"
  | "dd/mm/yyyy"
  | "mm/dd/yyyy"
  | "dd.mm.yyyy"
  | "dd-mm-yyyy"
  | "dd-mmm-yyyy";

/** How days are written in a file, each form shown by an example. */
export function DateFormatField<Format extends DateFormat>(props: {
  readonly formats: readonly Format[];
  readonly value: Format;
  readonly onChange: (format: Format) => void;
}): React.JSX.Element {
  const t = useTranslations("fileImport");
  const example = (format: DateFormat) => t(`dates.${format}`);
  return (
    <SelectField
      label={t("dateFormat")}
      value={props.value}
      options={props.formats.map((value) => ({ value, label: example(value) }))}
      onChange={(value) => {
        const format = props.formats.find((each) => each === value);
        if (format) props.onChange(format);
      }}
    />
  );
}

/** Whether decimals begin after a point or a comma. */
export function DecimalMarkField(props: {
  readonly value: "." | ",";
  readonly onChange: (mark: "." | ",") => void;
}): React.JSX.Element {
  const t = useTranslations("fileImport");
  return (
    <SelectField
      label={t("decimalMark")}
      value={props.value === "," ? "comma" : "point"}
      options={[
        { value: "point", label: t("point") },
        { value: "comma", label: t("comma") },
      ]}
      onChange={(mark) => props.onChange(mark === "comma" ? "," : ".")}
    />
  );
}
