import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useOpenTranslations } from "@/i18n/use-open-translations";
import { failureOf } from "@/trpc/failure-of";

/** Where a mapping contradicts itself, in words; any other failure as everywhere. */
export function MappingFaults({ error }: { readonly error: unknown }): React.JSX.Element {
  const t = useTranslations("studyImport.columns");
  const say = useOpenTranslations();
  const issues = failureOf(error)?.issues ?? [];
  const known = issues.filter((issue) => say.has(`importMappingFault.${issue.rule}`));
  if (failureOf(error)?.code !== "invalid") return <FailureNotice error={error} />;
  return (
    <Notice tone="caution" title={t("faults")}>
      <ul>
        {known.map((issue) => (
          <li key={`${issue.path} ${issue.rule}`}>{say(`importMappingFault.${issue.rule}`)}</li>
        ))}
        {known.length < issues.length || issues.length === 0 ? <li>{t("incomplete")}</li> : null}
      </ul>
    </Notice>
  );
}
