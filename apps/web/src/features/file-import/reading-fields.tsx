import { useTranslations } from "next-intl";
import { FieldGroup, SelectField } from "@/features/file-import/fields";
import type { Reading } from "./file-import-views";

const ENCODINGS = ["auto", "utf-8", "utf-16le", "utf-16be", "windows-1252", "gb18030"] as const;
const DELIMITERS = { auto: "auto", comma: ",", semicolon: ";", tab: "\t", bar: "|" } as const;

/** Encoding and delimiter, for a file that was not understood by itself. */
export function ReadingFields(props: {
  readonly reading: Reading;
  readonly onChange: (reading: Reading) => void;
}): React.JSX.Element {
  const t = useTranslations("fileImport.file");
  const { reading } = props;
  const names = Object.keys(DELIMITERS) as (keyof typeof DELIMITERS)[];
  return (
    <FieldGroup legend={t("title")}>
      <SelectField
        label={t("encoding")}
        value={reading.encoding}
        options={ENCODINGS.map((value) => ({ value, label: value === "auto" ? t("auto") : value.toUpperCase() }))}
        onChange={(value) => {
          const encoding = ENCODINGS.find((each) => each === value);
          if (encoding) props.onChange({ ...reading, encoding });
        }}
      />
      <SelectField
        label={t("delimiter")}
        value={names.find((name) => DELIMITERS[name] === reading.delimiter) ?? "auto"}
        options={names.map((value) => ({ value, label: value === "auto" ? t("auto") : t(value) }))}
        onChange={(value) => {
          const name = names.find((each) => each === value);
          if (name) props.onChange({ ...reading, delimiter: DELIMITERS[name] });
        }}
      />
    </FieldGroup>
  );
}
