/** What a scenario asks of a peer cannot even be tried: the peer is down, there is no such field. Ends the scenario. */
export class StepError extends Error {
  override readonly name = "StepError";
}

/** What to say of something that failed: the whole story where it is a fault of the emulator or of its clients. */
export function reasonOf(error: unknown): string {
  if (error instanceof StepError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
