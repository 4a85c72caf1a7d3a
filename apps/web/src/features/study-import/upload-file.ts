import { FAILURE_CODES, type Failure } from "@alongside/domain/failure/failure";

export type UploadOutcome =
  | { readonly kind: "stored"; readonly importId: string }
  | { readonly kind: "refused"; readonly failure: Failure }
  /** No answer came; what was sent is forgotten by the server. */
  | { readonly kind: "broken-off" };

/**
 * Sends a file as the body of one request and reports how much of it is on its way. XMLHttpRequest, because fetch does
 * not say how far an upload has come.
 *
 * @param onProgress share sent, 0 to 1
 */
export function uploadFile(
  file: File,
  programmeId: string,
  onProgress: (share: number) => void,
): Promise<UploadOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/study-import");
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("x-programme", programmeId);
    request.setRequestHeader("x-file-name", encodeURIComponent(file.name.slice(-200)));
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    };
    request.onload = () => resolve(outcomeOf(request.response));
    request.onerror = () => resolve({ kind: "broken-off" });
    request.send(file);
  });
}

/** What an answer of the server means; anything unknown counts as no answer. */
export function outcomeOf(body: unknown): UploadOutcome {
  if (typeof body !== "object" || body === null) return { kind: "broken-off" };
  if ("importId" in body && typeof body.importId === "string") return { kind: "stored", importId: body.importId };
  if ("failure" in body && isFailure(body.failure)) return { kind: "refused", failure: body.failure };
  return { kind: "broken-off" };
}

function isFailure(value: unknown): value is Failure {
  if (typeof value !== "object" || value === null || !("code" in value) || !("reason" in value)) return false;
  return typeof value.reason === "string" && FAILURE_CODES.some((code) => code === value.code);
}
