import type { AppRouter } from "@alongside/api/router";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>;

export type ParticipantPage = Outputs["participant"]["list"];
export type ListedParticipant = ParticipantPage["rows"][number];
export type Plan = Outputs["programme"]["read"];
export type Participant = Outputs["participant"]["read"];
export type Wave = Participant["waves"][number];
export type Slot = Wave["slots"][number];
export type Version = Slot["versions"][number];
export type Trajectory = NonNullable<Participant["trajectories"]>[number];
