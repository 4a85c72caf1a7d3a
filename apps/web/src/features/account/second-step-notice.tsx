import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import type { SecondStepProblem } from "./second-step-problem";

/** Says why a form of the second step is shown again; nothing when it is shown for the first time. */
export function SecondStepNotice({
  problem,
}: {
  readonly problem: SecondStepProblem | null;
}): React.JSX.Element | null {
  const t = useTranslations("codeStep.problem");
  if (problem === null) return null;
  const text = problem.kind === "too-many" ? t("too-many", { seconds: problem.seconds }) : t(problem.kind);
  return <Notice tone="danger">{text}</Notice>;
}
