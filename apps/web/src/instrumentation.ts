import { env } from "./env";

/** Runs once when the server starts, before its first request. */
export async function register(): Promise<void> {
  // biome-ignore lint/style/noProcessEnv: the bundler replaces exactly this, and so leaves Node modules out of the edge
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { stampClientAddress } = await import("./server/stamp-client-address");
    stampClientAddress(env().ALONGSIDE_TRUSTED_PROXY);
    const { answerDirectly } = await import("./server/direct-procedures");
    // Where server.mjs, which is not compiled with the rest, finds it.
    Object.assign(globalThis, { alongsideAnswerDirectly: answerDirectly });
  }
}
