import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useApi } from "@/trpc/client";

/** The outcome the rows are computed of, as the procedures are asked for it. */
export interface LongQuestion {
  readonly programmeId: string;
  readonly measure: string;
  readonly cohortId: string;
  readonly timepointId: string;
  readonly siteId?: string;
  readonly comparedWith?: string;
}

const POLL_MS = 800;

/**
 * The computation of the rows that take long: started once asked for, looked at until it ends, cancelled on request. That
 * it was asked for stays in the address; whoever opens that again finds the same rows, or those of the newest data.
 */
export function useLongRows(question: LongQuestion, asked: boolean) {
  const api = useApi();
  const queries = useQueryClient();
  const { programmeId } = question;
  const [computationId, setComputationId] = useState<string | null>(null);
  const start = useMutation(
    api.computation.start.mutationOptions({
      onSuccess: (started) => {
        queries.setQueryData(
          api.computation.read.queryKey({ programmeId, computationId: started.computationId }),
          started.state,
        );
        setComputationId(started.computationId);
        remember(true);
      },
    }),
  );
  const progress = useQuery(
    api.computation.read.queryOptions(
      { programmeId, computationId: computationId ?? "" },
      {
        enabled: computationId !== null,
        refetchInterval: ({ state }) => (state.data?.kind === "running" ? POLL_MS : false),
      },
    ),
  );
  const cancel = useMutation(
    api.computation.cancel.mutationOptions({
      onSuccess: () => {
        remember(false);
        return progress.refetch();
      },
    }),
  );
  const begin = useRef(() => start.mutate(question));
  useEffect(() => {
    if (asked) begin.current();
  }, [asked]);
  return {
    state: start.isPending ? null : (progress.data ?? null),
    starting: start.isPending,
    cancelling: cancel.isPending,
    error: start.error ?? cancel.error ?? progress.error,
    start: () => {
      cancel.reset();
      start.mutate(question);
    },
    cancel: () => {
      if (computationId !== null) cancel.mutate({ programmeId, computationId });
    },
  };
}

/** Keeps in the address whether the rows were asked for. */
function remember(long: boolean): void {
  const address = new URL(window.location.href);
  if (long) address.searchParams.set("long", "1");
  else address.searchParams.delete("long");
  window.history.replaceState(null, "", address);
}
