import { endSession } from "@/server/end-session";
import { isSameOrigin } from "@/server/same-origin";
import { seeOther } from "@/server/see-other";

/** Ends the session in the database and in the browser. A plain form post, so it works without script. */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return seeOther("/");
  const answer = seeOther("/sign-in?problem=signed-out", await endSession(request));
  // Not "storage": forms that were filled in without a connection and not sent yet lie there.
  answer.headers.set("clear-site-data", '"cache"');
  return answer;
}
