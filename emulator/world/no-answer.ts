/** A server that a client of the lab speaks to does not answer, or the connection to it breaks. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";

  static because(cause: Error): NoAnswer {
    return new NoAnswer(cause.message, { cause });
  }
}
