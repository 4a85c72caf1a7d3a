import type { AppRouter } from "@alongside/api/router";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;

export type ContactStatus = Outputs["contactDetails"]["status"];
export type ShownDetails = Outputs["contactDetails"]["read"];
export type ReadingsPage = Outputs["contactDetails"]["listReadings"];
export type IdentitySettings = Outputs["identitySettings"]["read"];
export type DetailsToSave = inferRouterInputs<AppRouter>["contactDetails"]["save"]["details"];
/** Whose details. */
export interface About {
  readonly programmeId: string;
  readonly participantId: string;
}
