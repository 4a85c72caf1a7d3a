import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "@/trpc/client";
import type { ImportIds } from "./laboratory-import-views";

/** How often an import at work is asked how far it is. */
const POLL_MS = 1000;

/** One import as the server knows it, asked again while something is at work on it, and what can be done with it. */
export function useImport(ids: ImportIds) {
  const api = useApi().laboratoryImport;
  const queries = useQueryClient();
  const refresh = async () => {
    await queries.invalidateQueries({ queryKey: api.read.queryKey(ids) });
    await queries.invalidateQueries({ queryKey: api.rows.queryKey({ ...ids }) });
  };
  const check = useMutation(api.check.mutationOptions({ onSettled: refresh }));
  const run = useMutation(api.run.mutationOptions({ onSettled: refresh }));
  const cancel = useMutation(api.cancel.mutationOptions({ onSettled: refresh }));
  const atWork = run.isPending ? "run" : check.isPending ? "check" : null;
  const view = useQuery(
    api.read.queryOptions(ids, {
      staleTime: 0,
      refetchInterval: ({ state }) => {
        const known = state.data?.state;
        return atWork !== null || known === "running" || known === "checking" ? POLL_MS : false;
      },
    }),
  );
  return { view, check, run, cancel, atWork, refresh } as const;
}
