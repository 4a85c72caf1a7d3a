import type { CodeOf } from "../framework/element";
import type { Codebook } from "./codebook";
import { APPEAR } from "./codebooks/appear/codebook";
import type { AppearMechanismCode } from "./codebooks/appear/mechanisms";
import { DRUG_USER_INVOLVEMENT } from "./codebooks/drug-user-involvement/codebook";
import type { InvolvementMechanismCode } from "./codebooks/drug-user-involvement/mechanisms";
import { HIV_PEER_SUPPORT } from "./codebooks/hiv-peer-support/codebook";
import type { EffectivenessMechanismCode } from "./codebooks/hiv-peer-support/effectiveness";
import type { SustainabilityMechanismCode } from "./codebooks/hiv-peer-support/sustainability";
import { HIV_PEER_SUPPORT_PRELIMINARY } from "./codebooks/hiv-peer-support-preliminary/codebook";
import type { PRELIMINARY_MECHANISMS } from "./codebooks/hiv-peer-support-preliminary/mechanisms";
import { LIVED_EXPERIENCE } from "./codebooks/lived-experience/codebook";

/** Every codebook, one entry per folder under `codebooks/`. The conformance test compares the two. */
export const CODEBOOKS = [
  HIV_PEER_SUPPORT,
  HIV_PEER_SUPPORT_PRELIMINARY,
  LIVED_EXPERIENCE,
  DRUG_USER_INVOLVEMENT,
  APPEAR,
] as const satisfies readonly Codebook[];

/** Every mechanism that can be recorded or measured, whichever framework names it. */
export type MechanismCode =
  | EffectivenessMechanismCode
  | SustainabilityMechanismCode
  | InvolvementMechanismCode
  | AppearMechanismCode
  | CodeOf<typeof PRELIMINARY_MECHANISMS>;
