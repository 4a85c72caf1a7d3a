import { runtime } from "@/server/runtime";

async function handle(request: Request): Promise<Response> {
  return runtime().auth.handler(request);
}

export { handle as GET, handle as POST };
