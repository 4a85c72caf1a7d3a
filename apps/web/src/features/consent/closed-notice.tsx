import type { Failure } from "@alongside/domain/failure/failure";
import { Notice } from "@alongside/ui/primitives/notice";
import { useReasonWords } from "@/features/failure/use-reason-words";

/** Says on a person's pages why no form opens for them, before anybody tries. */
export function ClosedNotice({ closed }: { readonly closed: Failure }): React.JSX.Element {
  const words = useReasonWords();
  return <Notice tone="caution">{words(closed)}</Notice>;
}
