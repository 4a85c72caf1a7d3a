import "server-only";
import { serverApi } from "@/trpc/server";
import { fileResponse } from "./file-response";

/** The rows of a release as a file, or the way to the page that says why not. */
export async function takenFile(
  base: string,
  release: { readonly programmeId: string; readonly releaseId: string },
): Promise<Response> {
  const api = await serverApi();
  return fileResponse(base, "csv", async () => {
    const { type, fileName, pieces } = await api.release.take(release);
    return { type, fileName, pieces };
  });
}
