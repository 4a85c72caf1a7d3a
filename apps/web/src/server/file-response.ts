import { TRPCError } from "@trpc/server";
import { failureOfError } from "./failure-of-error";
import { seeOther } from "./see-other";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  script: "text/plain; charset=utf-8",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  md: "text/markdown; charset=utf-8",
  zip: "application/zip",
} as const;

/** A file before it is sent. */
type File = {
  /** Where the kind of file is not known beforehand. */
  readonly type?: keyof typeof TYPES;
  readonly fileName: string;
} & (
  | {
      /** Of a ZIP file base64. */
      readonly text: string;
    }
  | { readonly bytes: Uint8Array }
  /** A text made as it is sent; of a ZIP file each piece base64 by itself. */
  | { readonly pieces: Iterable<string> }
);

/**
 * A text or bytes that the browser saves as a file and no cache keeps. A failure of the call that makes it leads to a page of the
 * programme that says in words what happened, what was kept and what to do. Links to files have no `download` attribute:
 * with one, browsers would save that page in place of the file.
 * @param base the programme's base path
 */
export async function fileResponse(
  base: string,
  type: keyof typeof TYPES,
  make: () => Promise<File>,
): Promise<Response> {
  try {
    const file = await make();
    const kind = file.type ?? type;
    return new Response(contentOf(file, kind), {
      headers: {
        "content-type": TYPES[kind],
        "content-disposition": `attachment; filename="${file.fileName}"`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof TRPCError) return stopped(base, error);
    throw error;
  }
}

function contentOf(file: File, kind: keyof typeof TYPES): BodyInit {
  if ("bytes" in file) return new Uint8Array(file.bytes);
  if ("pieces" in file) return streamOf(file.pieces, kind === "zip" ? "base64" : "utf8");
  return kind === "zip" ? Buffer.from(file.text, "base64") : file.text;
}

/** Each piece is made when the reader has room for it. */
function streamOf(pieces: Iterable<string>, encoding: "utf8" | "base64"): ReadableStream<Uint8Array> {
  const left = pieces[Symbol.iterator]();
  return new ReadableStream({
    pull(controller) {
      const { done, value } = left.next();
      if (done === true) controller.close();
      else controller.enqueue(new Uint8Array(Buffer.from(value, encoding)));
    },
    cancel() {
      left.return?.();
    },
  });
}

/** Leads to the page that says why there is no file. Reasons are names of rules, never personal data. */
export function stopped(base: string, error: TRPCError): Response {
  const failure = failureOfError(error) ?? { code: "unexpected", reason: "file.none" };
  const numbers = Object.entries(failure.params ?? {}).filter(([, value]) => typeof value === "number");
  const query = new URLSearchParams(numbers.map(([name, value]) => [name, String(value)]));
  query.set("code", failure.code);
  query.set("why", failure.reason);
  return seeOther(`${base}/stopped?${query}`);
}
