import { answer, client } from "./client";

export { lastAct } from "./transport";

/** Takes back what one request changed; refused with the reason where something newer depends on it. */
export const undoAct = (id: string): Promise<unknown> => answer(client.POST("/api/acts/{id}/undo", { params: { path: { id } } }));
