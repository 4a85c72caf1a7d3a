import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;

export type ContactPage = Outputs["supportContact"]["list"];
export type ListedContact = ContactPage["contacts"][number];
export type ListedVolunteer = Outputs["volunteer"]["list"][number];
