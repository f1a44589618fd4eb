import * as fc from "fast-check";
import type { StunAttributes } from "../../../protocol/stun/attributes.ts";
import { stunClasses, stunMethods, type StunMethod } from "../../../protocol/stun/methods.ts";
import type { StunMessage } from "../../../protocol/stun/stun-message.ts";

const octets = (least: number, most = least): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: least, maxLength: most });
const words = fc.string({ maxLength: 60 });
const uint16 = fc.nat(0xffff);
const address = fc.record({ address: fc.ipV4(), port: uint16 });

const attributes: fc.Arbitrary<StunAttributes> = fc.record(
  {
    mappedAddress: address,
    username: words,
    errorCode: fc.record({ code: fc.integer({ min: 300, max: 699 }), reason: words }),
    unknownAttributes: fc.array(uint16, { maxLength: 5 }),
    realm: words,
    nonce: words,
    xorMappedAddress: address,
    software: words,
    alternateServer: address,
    channelNumber: uint16,
    lifetime: fc.nat(0xffff_ffff),
    xorPeerAddress: fc.array(address, { minLength: 1, maxLength: 3 }),
    data: octets(0, 200),
    xorRelayedAddress: fc.record({
      address: fc.constantFrom("2001:db8::1", "::ffff:10.0.0.1", "fe80::7"),
      port: uint16,
    }),
    requestedAddressFamily: fc.nat(255),
    evenPort: fc.record({ reserveNext: fc.boolean() }),
    requestedTransport: fc.nat(255),
    dontFragment: fc.constant(true as const),
    reservationToken: octets(8),
  },
  { requiredKeys: [] },
);

/** Messages of every kind. */
export const stunMessages: fc.Arbitrary<StunMessage> = fc.record({
  method: fc.constantFrom(...(Object.keys(stunMethods) as StunMethod[])),
  class: fc.constantFrom(...stunClasses),
  transactionId: octets(12),
  attributes,
});
