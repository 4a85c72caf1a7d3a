import { z } from "zod";

/** What may be kept to reach somebody, and nothing that does not serve that. The longest each may be, in characters. */
export const CONTACT_FIELDS = {
  /** As the person wants to be asked for. */
  name: 120,
  phone: 60,
  /** Where to meet or visit. */
  place: 300,
  /** When to call or visit. */
  time: 120,
  /** In which language to speak. */
  language: 60,
  /** May somebody call? */
  call: 3,
  /** May a text message be sent? */
  sms: 3,
  /** May a message be left with whoever answers? */
  message: 3,
  /** What must not be said, who must not hear it, what to do when somebody else answers. */
  discretion: 300,
} as const;
export type ContactField = keyof typeof CONTACT_FIELDS;

export const CONTACT_FIELD_NAMES = [
  "name",
  "phone",
  "place",
  "time",
  "language",
  "call",
  "sms",
  "message",
  "discretion",
] as const satisfies readonly ContactField[];

/** Fields that are answered with yes or no. Nothing said is no answer, and then it must not be done. */
export const CONTACT_PERMISSIONS = ["call", "sms", "message"] as const satisfies readonly ContactField[];

const text = (field: ContactField) => z.string().trim().min(1).max(CONTACT_FIELDS[field]).optional();
const permission = z.enum(["yes", "no"]).optional();

/** Contact details as they are written: only fields that are named are changed. */
export const contactDetailsSchema = z.strictObject({
  name: text("name"),
  phone: text("phone"),
  place: text("place"),
  time: text("time"),
  language: text("language"),
  call: permission,
  sms: permission,
  message: permission,
  discretion: text("discretion"),
});
export type ContactDetails = z.output<typeof contactDetailsSchema>;
