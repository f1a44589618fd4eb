/** RFC 5389, section 18.1, and RFC 5766, section 13. */
export const stunMethods = {
  binding: 0x001,
  allocate: 0x003,
  refresh: 0x004,
  send: 0x006,
  data: 0x007,
  createPermission: 0x008,
  channelBind: 0x009,
} as const;

/** In the order of the two bits that say it. */
export const stunClasses = ["request", "indication", "success", "error"] as const;

export type StunMethod = keyof typeof stunMethods;
export type StunClass = (typeof stunClasses)[number];

const byNumber: ReadonlyMap<number, StunMethod> = new Map(
  Object.entries(stunMethods).map(([name, number]) => [number, name as StunMethod]),
);

/** The 14 bits of a message type: the class lies at bits 4 and 8, in the middle of the method. */
export function encodeMessageType(method: StunMethod, messageClass: StunClass): number {
  const number = stunMethods[method];
  const bits = stunClasses.indexOf(messageClass);
  return (number & 0x00f) | ((bits & 1) << 4) | ((number & 0x070) << 1) | ((bits & 2) << 7) | ((number & 0xf80) << 2);
}

/** @returns a number in place of a method that is not known */
export function decodeMessageType(type: number): { readonly method: StunMethod | number; readonly class: StunClass } {
  const number = (type & 0x00f) | ((type >> 1) & 0x070) | ((type >> 2) & 0xf80);
  const bits = ((type >> 4) & 1) | ((type >> 7) & 2);
  return { method: byNumber.get(number) ?? number, class: stunClasses[bits] ?? "request" };
}
