import type { LabKind } from "@alongside/domain/laboratory/kinds";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import { FormDialog } from "@/features/settings/form-dialog";
import { useApi } from "@/trpc/client";
import type { LaboratorySetting } from "./laboratory-view";
import { ResultList } from "./result-list";

/** Every version of a person's results of one kind, over the stack. */
export function HistoryDialog(props: {
  readonly setting: LaboratorySetting;
  readonly kind: LabKind;
  /** Null: closed. */
  readonly participantId: string | null;
  readonly onClose: () => void;
}): React.JSX.Element {
  const { setting, kind, participantId } = props;
  const t = useTranslations("laboratory.history");
  const api = useApi();
  const history = useQuery({
    ...api.labResult.history.queryOptions({
      programmeId: setting.programmeId,
      participantId: participantId ?? "",
      kind,
    }),
    enabled: participantId !== null,
    staleTime: 0,
  });
  return (
    <FormDialog
      open={participantId !== null}
      title={t("title", { code: history.data?.code ?? "" })}
      onClose={props.onClose}
    >
      {history.error ? <FailureNotice error={history.error} /> : null}
      {history.isPending ? <LoadingState label={t("loading")} /> : null}
      {history.data ? (
        <>
          <ResultList setting={setting} history={history.data} mayCorrect onCorrected={() => void history.refetch()} />
          <p>
            <Link href={`${setting.base}/laboratory/${history.data.participantId}`} prefetch={false}>
              {t("page")}
            </Link>
          </p>
        </>
      ) : null}
    </FormDialog>
  );
}
