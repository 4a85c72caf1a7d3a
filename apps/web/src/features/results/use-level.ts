"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { useApi } from "@/trpc/client";

/** The page as the procedures are asked for it. */
export interface LevelQuestion {
  readonly programmeId: string;
  readonly cohortId?: string;
  readonly timepointId?: string;
  readonly comparedWith?: string;
  readonly siteId?: string;
}

const POLL_MS = 700;

/** The computation that takes seconds: asked for as soon as the page is there, and looked at until it ends. */
export function useLevel(question: LevelQuestion) {
  const api = useApi();
  const queries = useQueryClient();
  const { programmeId } = question;
  const [computationId, setComputationId] = useState<string | null>(null);
  const start = useMutation(
    api.suppression.startChange.mutationOptions({
      onSuccess: (started) => {
        const key = api.suppression.readChange.queryKey({ programmeId, computationId: started.computationId });
        queries.setQueryData(key, started.state);
        setComputationId(started.computationId);
      },
    }),
  );
  const progress = useQuery(
    api.suppression.readChange.queryOptions(
      { programmeId, computationId: computationId ?? "" },
      {
        enabled: computationId !== null,
        refetchInterval: ({ state }) => (state.data?.kind === "running" ? POLL_MS : false),
      },
    ),
  );
  const begin = useRef(() => start.mutate(question));
  useEffect(() => begin.current(), []);
  return {
    state: progress.data ?? null,
    error: start.error ?? progress.error,
    again: () => start.mutate(question),
  };
}
