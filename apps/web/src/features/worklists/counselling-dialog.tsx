import { useTranslations } from "next-intl";
import type { LaboratorySetting } from "@/features/laboratory/laboratory-view";
import { FormDialog } from "@/features/settings/form-dialog";
import { CounsellingPanel } from "./counselling-panel";
import type { WorklistRow } from "./worklist-view";

/** One person's counselling, over the list. */
export function CounsellingDialog(props: {
  readonly setting: LaboratorySetting;
  /** Null: closed. */
  readonly row: WorklistRow | null;
  readonly mayRecord: boolean;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}): React.JSX.Element {
  const { row } = props;
  const t = useTranslations("worklists.counselling");
  return (
    <FormDialog open={row !== null} title={t("of", { code: row?.code ?? "" })} onClose={props.onClose}>
      {row === null ? null : (
        <CounsellingPanel
          setting={props.setting}
          participantId={row.participantId}
          mayRecord={props.mayRecord}
          onChanged={props.onChanged}
        />
      )}
    </FormDialog>
  );
}
