/** A received message that cannot be one: too short, of an unknown kind, or of the wrong shape. */
export class MalformedMessage extends Error {
  override readonly name = "MalformedMessage";
}
