import { setDeviceInput, setDevice as setOwnDevice } from "@alongside/services/session/set-device";
import { unwrap } from "../../failure-error";
import { procedure } from "../../trpc";

export const setDevice = procedure
  .input(setDeviceInput)
  .mutation(async ({ ctx, input }) => unwrap(await setOwnDevice(ctx, input)));
