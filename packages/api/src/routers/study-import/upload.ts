import type { Result } from "@alongside/domain/failure/failure";
import type { Context } from "@alongside/services/context";
import { type UploadedStudyFile, uploadStudyFile } from "@alongside/services/study-import/upload";

/**
 * Takes a file from the body of a request, which no procedure can do without holding all of it.
 *
 * @param input what the request says about the file; checked by the service
 */
export function uploadStudy(
  context: Context,
  input: { readonly programmeId: string; readonly fileName: string },
  body: AsyncIterable<Uint8Array>,
): Promise<Result<UploadedStudyFile>> {
  return uploadStudyFile(context, input, body);
}
