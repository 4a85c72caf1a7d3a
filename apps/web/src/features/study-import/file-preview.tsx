import { useTranslations } from "next-intl";
import { SampleTable } from "@/features/file-import/sample-table";
import { columnRole } from "./column-roles";
import type { MappingDraft } from "./mapping-draft";
import type { Suggestion } from "./study-import-views";

/** The first rows as they stand, each column under what it is used for at the moment. */
export function FilePreview(props: {
  readonly suggestion: Suggestion;
  readonly draft: MappingDraft;
}): React.JSX.Element {
  const t = useTranslations("studyImport.preview");
  const { columns, rows } = props.suggestion;
  return (
    <SampleTable
      caption={t("caption", { n: rows.length })}
      rows={rows}
      columns={columns.map(({ name }) => {
        const role = columnRole(props.draft, name);
        const use =
          role.kind === "values"
            ? [role.timepoint, role.measure].filter((part) => part !== null).join(" · ")
            : t(`role.${role.kind}`);
        return { name, use, used: role.kind !== "unused" };
      })}
    />
  );
}
