import { answer, client, ifMatch } from "./client";
import type { components } from "./schema";
import { upload } from "./upload";

type Schemas = components["schemas"];
export type OtherTraining = Schemas["TrainingView"];
export type EditTraining = Schemas["EditTraining"];

/** Adds a training, or changes one; a twin of the same name and days is refused unless `keepDuplicate`. */
export function saveTraining(personId: string, training: OtherTraining | null, body: EditTraining): Promise<OtherTraining> {
  return training === null
    ? answer(client.POST("/api/people/{id}/trainings", { params: { path: { id: personId } }, body }))
    : answer(client.PUT("/api/people/{id}/trainings/{trainingId}", { params: { path: { id: personId, trainingId: training.id } }, headers: ifMatch(training.version), body }));
}

export const removeTraining = (personId: string, training: OtherTraining): Promise<unknown> =>
  answer(client.DELETE("/api/people/{id}/trainings/{trainingId}", { params: { path: { id: personId, trainingId: training.id } }, headers: ifMatch(training.version) }));

export const certificateAddress = (personId: string, trainingId: string): string => `/api/people/${personId}/trainings/${trainingId}/certificate`;

/** Keeps the scan of a certificate in place of the one before. */
export const putCertificate = (personId: string, trainingId: string, file: File): Promise<OtherTraining> => upload(certificateAddress(personId, trainingId), file);
