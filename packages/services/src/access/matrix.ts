import type { Role } from "@alongside/domain/access/role";

/**
 * Who may do what, as data. `programme`: in every site of the programme, and only with a role held for the whole programme.
 * `site`: in the sites the role is held for. A verb without a row cannot be called, because `authorise` takes only these keys.
 */
export type Reach = "programme" | "site";
type Row = Readonly<Partial<Record<Role, Reach>>>;

const EVERYBODY: Row = {
  administrator: "site",
  evaluator: "site",
  "clinic-staff": "site",
  researcher: "site",
  "peer-coordinator": "site",
};
const ADMINISTRATORS: Row = { administrator: "programme" };
const IMPORTERS: Row = { administrator: "programme", researcher: "programme" };
const CLINIC: Row = { "clinic-staff": "site" };
const FIELD: Row = { administrator: "site", evaluator: "site", "clinic-staff": "site" };
/** Those who reach people. An evaluator, a researcher and an administrator never do. */
const CONTACT: Row = { "clinic-staff": "site", "peer-coordinator": "site" };

export const ACCESS_MATRIX = {
  "home.read": EVERYBODY,
  "programme.read": EVERYBODY,
  "programme.create": ADMINISTRATORS,
  "programme.update": ADMINISTRATORS,
  "site.create": ADMINISTRATORS,
  "site.update": ADMINISTRATORS,
  "cohort.create": ADMINISTRATORS,
  "cohort.update": ADMINISTRATORS,
  "timepoint.create": ADMINISTRATORS,
  "timepoint.update": ADMINISTRATORS,
  "instrument.enable": ADMINISTRATORS,
  "instrument.disable": ADMINISTRATORS,
  "wording.list": EVERYBODY,
  "wording.load": ADMINISTRATORS,
  "wording.remove": ADMINISTRATORS,
  "person.list": ADMINISTRATORS,
  "person.add": ADMINISTRATORS,
  "person.change-role": ADMINISTRATORS,
  "person.disable": ADMINISTRATORS,
  "person.reset-password": ADMINISTRATORS,
  "person.reset-second-factor": ADMINISTRATORS,
  "person.give-way-in": ADMINISTRATORS,
  "person.end-sessions": ADMINISTRATORS,
  "invitation.create": ADMINISTRATORS,
  "invitation.list": ADMINISTRATORS,
  "invitation.revoke": ADMINISTRATORS,
  "access.read": ADMINISTRATORS,
  "audit.export": ADMINISTRATORS,
  "audit.list": ADMINISTRATORS,
  "backup.read": ADMINISTRATORS,
  "participant.list": { ...FIELD, "peer-coordinator": "site" },
  "participant.read": { ...FIELD, "peer-coordinator": "site" },
  "participant.find-by-code": { ...FIELD, "peer-coordinator": "site" },
  "participant.enrol": FIELD,
  "participant.change-status": FIELD,
  "score.read": { ...FIELD, researcher: "site" },
  "assessment.list-due": FIELD,
  "assessment.open-form": FIELD,
  "assessment.save": FIELD,
  "assessment.hand-over": FIELD,
  "assessment.read": FIELD,
  "assessment.correct": FIELD,
  "assessment.list-conflicts": FIELD,
  "assessment.resolve-conflict": FIELD,
  "change.read": { administrator: "site", evaluator: "site", "clinic-staff": "site", researcher: "site" },
  "change.export": { administrator: "site", evaluator: "site", "clinic-staff": "site", researcher: "site" },
  "chart.export": { administrator: "site", evaluator: "site", "clinic-staff": "site", researcher: "site" },
  "outcome.read": { administrator: "site", evaluator: "site", "clinic-staff": "site", researcher: "site" },
  "outcome.export-script": { administrator: "site", evaluator: "site", "clinic-staff": "site", researcher: "site" },
  "outcome.compute": { administrator: "site", evaluator: "site", "clinic-staff": "site", researcher: "site" },
  "cohort-definition.read": { administrator: "site", evaluator: "site", "clinic-staff": "site", researcher: "site" },
  "cohort-definition.save": IMPORTERS,
  "snapshot.read": { administrator: "site", evaluator: "site", "clinic-staff": "site", researcher: "programme" },
  "snapshot.take": IMPORTERS,
  "analysis-plan.list": { administrator: "site", evaluator: "site", "clinic-staff": "site", researcher: "site" },
  "analysis-plan.save": IMPORTERS,
  "study-import.upload": IMPORTERS,
  "study-import.suggest": IMPORTERS,
  "study-import.check": IMPORTERS,
  "study-import.run": IMPORTERS,
  "study-import.read": IMPORTERS,
  "study-import.discard": IMPORTERS,
  "study-import.load-example": { administrator: "site", researcher: "site" },
  "lab-result.save": CLINIC,
  "lab-result.correct": CLINIC,
  "lab-result.undo": CLINIC,
  "lab-result.verify": CLINIC,
  "lab-result.second-enter": CLINIC,
  "lab-result.read": FIELD,
  "treatment.record-start": CLINIC,
  "counselling.record": CLINIC,
  "worklist.read": FIELD,
  "worklist.export": FIELD,
  "worklist.contacts": { "peer-coordinator": "site" },
  "laboratory-settings.read": { ...FIELD, researcher: "site" },
  "laboratory-settings.save": ADMINISTRATORS,
  "laboratory.list": FIELD,
  "laboratory.save": { ...CLINIC, ...ADMINISTRATORS },
  "laboratory-import.send": CLINIC,
  "laboratory-import.check": CLINIC,
  "laboratory-import.answer": CLINIC,
  "laboratory-import.run": CLINIC,
  "laboratory-import.discard": CLINIC,
  "laboratory-import.read": FIELD,
  "assay.list": { ...FIELD, researcher: "site" },
  "assay.save": ADMINISTRATORS,
  "consent.read": FIELD,
  "consent.record": FIELD,
  "consent.list-open": FIELD,
  "consent-settings.read": FIELD,
  "consent-settings.save": ADMINISTRATORS,
  "withdrawal.record": FIELD,
  "erasure.ask": FIELD,
  "erasure.confirm": ADMINISTRATORS,
  "erasure.list": ADMINISTRATORS,
  "break-glass.ask": FIELD,
  "break-glass.end": FIELD,
  "break-glass.review": FIELD,
  "suppression.read": { ...FIELD, researcher: "site" },
  "suppression.export": { ...FIELD, researcher: "site" },
  "identity-settings.read": { ...FIELD, "peer-coordinator": "site" },
  "identity-settings.save": ADMINISTRATORS,
  "contact-details.read": CONTACT,
  "contact-details.save": CONTACT,
  "contact-details.delete": { ...CONTACT, ...ADMINISTRATORS },
  "contact-details.list-readings": ADMINISTRATORS,
  "participant.find-alike": FIELD,
  "release.ask": { ...FIELD, researcher: "site" },
  "release.list": { ...FIELD, researcher: "site" },
  "release.take": { ...FIELD, researcher: "site" },
  "release.decide": ADMINISTRATORS,
} as const satisfies Record<string, Row>;

export type Verb = keyof typeof ACCESS_MATRIX;
export const VERBS = Object.keys(ACCESS_MATRIX) as readonly Verb[];

/** Verbs by which many people's data leave the programme at once: only after a second step of signing in. */
export const EXPORT_VERBS: ReadonlySet<Verb> = new Set<Verb>([
  "audit.export",
  "change.export",
  "chart.export",
  "outcome.export-script",
  "suppression.export",
  "worklist.export",
  "release.ask",
  "release.take",
]);

/** Roles that may do nothing without it, whatever the verb: who holds one could give the others away. */
export const SECOND_FACTOR_ROLES: ReadonlySet<Role> = new Set<Role>(["administrator"]);
