/** Where the rows of a form come from. The service draws them anew each time, so what is typed into them would be gone. */
export interface RowSource {
  /** The sentence that names the place. */
  text: "rowsFromAttendance" | "rowsFromCredits" | "rowsFromLedger" | "rowsFromTrainings";
  /** The portal's screen of that place; null where it is another one for each role. */
  screen: string | null;
}

const sources: Readonly<Record<string, RowSource>> = {
  attendance: { text: "rowsFromAttendance", screen: "attendance" },
  "credit-declaration": { text: "rowsFromCredits", screen: "credits" },
  "platform-ethics": { text: "rowsFromLedger", screen: "ledger" },
  "platform-skills": { text: "rowsFromLedger", screen: "ledger" },
  "training-credits": { text: "rowsFromTrainings", screen: null },
};

/** Undefined for a form whose rows are typed into it; those of 表3 are, and go back into the sessions. */
export const rowSource = (formId: string): RowSource | undefined => sources[formId];
