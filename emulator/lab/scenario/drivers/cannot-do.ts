/** What a scenario asks of a peer cannot even be tried: the peer is down, there is no such field. Ends the scenario. */
export class CannotDo extends Error {
  override readonly name = "CannotDo";
}
