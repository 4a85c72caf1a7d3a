import type { Failure } from "@alongside/domain/failure/failure";
import { useTranslations } from "next-intl";

interface OpenTranslator {
  (key: string, values?: Readonly<Record<string, string | number>>): string;
  has: (key: string) => boolean;
}

/** Messages by keys that are put together at run time, and whether there are any. */
export function useOpenTranslations(): OpenTranslator {
  return useTranslations() as unknown as OpenTranslator;
}

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
