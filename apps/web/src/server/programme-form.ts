import "server-only";
import { pageActor } from "./actor";
import { isSameOrigin } from "./same-origin";
import { seeOther } from "./see-other";
import { requireProgramme } from "./session";

/** A plain form that a signed-in person sent inside a programme of theirs. */
export interface ProgrammeForm {
  readonly programmeId: string;
  readonly base: string;
  /** All of them, as an address would carry them. */
  readonly fields: URLSearchParams;
  /** The value of a field; empty when it is missing. */
  readonly field: (name: string) => string;
}

/** Reads such a form, or answers in its place: it came from another site, nobody is signed in, or the session is held. */
export async function readProgrammeForm(request: Request, slug: string): Promise<ProgrammeForm | Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 });
  const actor = await pageActor();
  if (actor === null) return seeOther("/sign-in");
  // Locked or in a participant's hands: the start page shows what to do about it.
  if (actor.hold !== null) return seeOther("/");
  const { programme } = await requireProgramme(slug);
  const form = await request.formData().catch(() => new FormData());
  const fields = new URLSearchParams();
  for (const [name, value] of form) if (typeof value === "string") fields.append(name, value);
  const field = (name: string) => fields.get(name) ?? "";
  return { programmeId: programme.id, base: `/p/${programme.slug}`, fields, field };
}
