import type { Failure } from "@alongside/domain/failure/failure";
import { useOpenTranslations } from "@/i18n/use-open-translations";

/**
 * What happened, in the words of a failure's reason. Reasons are an open list that grows with the services: null for one
 * without words of its own, which falls back to its code's.
 */
export function useReasonWords(): (failure: Failure) => string | null {
  const say = useOpenTranslations();
  return (failure) => {
    const key = `failure.reason.${failure.reason}`;
    return say.has(key) ? say(key, failure.params) : null;
  };
}
