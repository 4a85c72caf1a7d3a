import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { useReasonWords } from "@/features/failure/use-reason-words";
import styles from "./stack.module.css";
import type { Person } from "./use-people";

/** What is wrong with a code, or that nobody has answered yet. What would fit is offered, never taken. */
export function CodeProblem(props: {
  readonly person: Person;
  readonly onCode: (code: string) => void;
}): React.JSX.Element | null {
  const { person } = props;
  const t = useTranslations("laboratory.code");
  const reason = useReasonWords();
  switch (person.kind) {
    case "no-code":
    case "found":
      return null;
    case "looking":
      return <p className={styles.quiet}>{t("looking")}</p>;
    case "unanswered":
      return <p className={styles.quiet}>{t("unanswered")}</p>;
    case "mistyped":
      return (
        <p className={styles.problems}>
          {t("mistyped")}{" "}
          {person.suggestions.map((code) => (
            <Button key={code} size="small" kind="quiet" onClick={() => props.onCode(code)}>
              {t("didYouMean", { code })}
            </Button>
          ))}
        </p>
      );
    case "refused":
      return <p className={styles.problems}>{reason(person.failure) ?? t("refused")}</p>;
  }
}
