import type { Failure } from "@alongside/domain/failure/failure";
import { readParticipantCode } from "@alongside/domain/identity/participant-code";
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useApi } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import type { Recent } from "./laboratory-view";

/** Who has a code, as far as is known on this device. */
export type Person =
  | { readonly kind: "no-code" }
  /** The check symbols do not fit: it is mistyped. */
  | { readonly kind: "mistyped"; readonly suggestions: readonly string[] }
  | { readonly kind: "looking" }
  | { readonly kind: "found"; readonly recent: Recent }
  /** The server has nobody with this code in the person's sites, or will not say. */
  | { readonly kind: "refused"; readonly failure: Failure }
  /** No answer; the row can be typed all the same. */
  | { readonly kind: "unanswered" };

export interface People {
  readonly of: (typed: string) => Person;
  /** Asks again about everybody: something was stored meanwhile. */
  readonly refresh: () => void;
  /** Asks anew about these, and is over when they are answered or will not be. */
  readonly reload: (typedCodes: readonly string[]) => Promise<void>;
}

/** Looks up the people of a stack, each once. A code is only asked about when its check symbols fit. */
export function usePeople(programmeId: string, typedCodes: readonly string[]): People {
  const api = useApi();
  const queryClient = useQueryClient();
  const codes = [...new Set(typedCodes.flatMap((typed) => canonical(typed) ?? []))];
  const queries = useQueries({
    queries: codes.map((code) => ({
      ...api.labResult.recent.queryOptions({ programmeId, code }),
      staleTime: 60_000,
      networkMode: "offlineFirst" as const,
      retry: (failed: number, error: unknown) => failureOf(error) === null && failed < 2,
    })),
  });
  const found = new Map(codes.map((code, place) => [code, queries[place]]));
  const refresh = useCallback(
    () => void queryClient.invalidateQueries({ queryKey: api.labResult.recent.queryKey() }),
    [queryClient, api],
  );
  const reload = useCallback(
    async (typedCodes: readonly string[]) => {
      const asked = [...new Set(typedCodes.flatMap((typed) => canonical(typed) ?? []))].map((code) =>
        queryClient.fetchQuery({ ...api.labResult.recent.queryOptions({ programmeId, code }), staleTime: 0 }),
      );
      await Promise.allSettled(asked);
    },
    [queryClient, api, programmeId],
  );
  const of = (typed: string): Person => {
    if (typed.trim() === "") return { kind: "no-code" };
    const reading = readParticipantCode(typed);
    if (!reading.ok) {
      const { suggestion, swaps = [] } = reading;
      const offered = [...(suggestion ? [suggestion] : []), ...swaps.map((swap) => swap.suggestion)];
      return { kind: "mistyped", suggestions: offered };
    }
    const { code } = reading;
    const query = found.get(code);
    if (query?.data) return { kind: "found", recent: query.data };
    if (query?.fetchStatus === "paused") return { kind: "unanswered" };
    if (!query?.error) return { kind: "looking" };
    const failure = failureOf(query.error);
    return failure === null ? { kind: "unanswered" } : { kind: "refused", failure };
  };
  return { of, refresh, reload };
}

/** The code as it is written, when its check symbols fit. */
function canonical(typed: string): string | null {
  const reading = readParticipantCode(typed);
  return reading.ok ? reading.code : null;
}
