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

type DecimalMark = "auto" | "." | ",";
const MARK_NAMES = { auto: "eitherMark", ".": "point", ",": "comma" } as const satisfies Record<DecimalMark, string>;

/** Whether decimals begin after a point or a comma; "auto" where numbers that can be read in two ways are asked about. */
export function DecimalMarkField<Mark extends DecimalMark>(props: {
  readonly marks: readonly Mark[];
  readonly value: Mark;
  readonly onChange: (mark: Mark) => void;
}): React.JSX.Element {
  const t = useTranslations("fileImport");
  const nameOf = (mark: DecimalMark) => t(MARK_NAMES[mark]);
  return (
    <SelectField
      label={t("decimalMark")}
      value={props.value}
      options={props.marks.map((mark) => ({ value: mark, label: nameOf(mark) }))}
      onChange={(value) => {
        const mark = props.marks.find((each) => each === value);
        if (mark) props.onChange(mark);
      }}
    />
  );
}
