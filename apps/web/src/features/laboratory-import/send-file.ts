import type { Failure } from "@alongside/domain/failure/failure";
import { fileBase64 } from "@/features/settings/file-base64";
import type { useApiClient } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import type { ImportIds } from "./laboratory-import-views";

export type SendOutcome =
  | { readonly kind: "stored" }
  | { readonly kind: "refused"; readonly failure: Failure }
  /** Nobody answered. What has arrived is kept, and sending can go on. */
  | { readonly kind: "broken-off" }
  /** Somebody stopped it. */
  | { readonly kind: "stopped" };

/**
 * Sends a file in pieces, from where an earlier attempt under the same id ended. Each piece is a request of its own, so
 * that a lost connection costs one piece.
 *
 * @param onProgress share that has arrived, 0 to 1
 */
export async function sendFile(
  client: ReturnType<typeof useApiClient>,
  ids: ImportIds,
  { file, laboratoryId }: { readonly file: File; readonly laboratoryId: string },
  { onProgress, signal }: { readonly onProgress: (share: number) => void; readonly signal: AbortSignal },
): Promise<SendOutcome> {
  const api = client.laboratoryImport;
  const fileName = file.name.slice(-LONGEST_NAME);
  try {
    let state = await api.beginUpload.mutate({ ...ids, laboratoryId, fileName, bytes: file.size }, { signal });
    onProgress(state.receivedBytes / file.size);
    while (state.receivedBytes < file.size) {
      const start = state.nextPosition * state.pieceBytes;
      const content = await fileBase64(file.slice(start, start + state.pieceBytes));
      state = await api.sendPiece.mutate({ ...ids, position: state.nextPosition, content }, { signal });
      onProgress(state.receivedBytes / file.size);
    }
    await api.finishUpload.mutate({ ...ids, ...(await hashOf(file)) }, { signal });
    return { kind: "stored" };
  } catch (error) {
    if (signal.aborted) return { kind: "stopped" };
    const failure = failureOf(error);
    return failure === null ? { kind: "broken-off" } : { kind: "refused", failure };
  }
}

const LONGEST_NAME = 200;

/** Of the whole file, so that one that was changed while sending was interrupted is noticed; nothing where none can be made. */
async function hashOf(file: File): Promise<{ readonly sha256?: string }> {
  if (globalThis.crypto.subtle === undefined) return {};
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await file.arrayBuffer()));
  return { sha256: Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("") };
}
