import type { Opening } from "./break-glass";
import type { Hold } from "./hold";
import type { Role } from "./role";
import type { SecondFactorState } from "./second-factor";

/** One role in one programme. `siteId` null means every site of the programme. */
export interface ActorMembership {
  readonly programmeId: string;
  readonly role: Role;
  readonly siteId: string | null;
}

/** The signed-in person as every service sees them. Made only by reading a live session. */
export interface Actor {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly sessionId: string;
  /** True after somebody else chose the password: everything but changing it is refused. */
  readonly mustChangePassword: boolean;
  readonly secondFactor: SecondFactorState;
  readonly memberships: readonly ActorMembership[];
  /** Records of single people at other sites, opened for a few hours; the server's clock says whether they still count. */
  readonly openings?: readonly Opening[];
  /** Set while the session is locked or handed over: then the person may do nothing but take it back. */
  readonly hold: Hold | null;
  /** Minutes without use after which the session locks. */
  readonly idleMinutes: number;
  /** Whether a PIN takes a held session back; otherwise only the password does. */
  readonly hasPin: boolean;
}
