import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ipv4Text, ipv6Text } from "../../../protocol/ip-octets.ts";
import { writePcap } from "../../../protocol/pcap/pcap-file.ts";
import { encodeUdpPacket, internetChecksum } from "../../../protocol/pcap/udp-packet.ts";

const bytes = fc.uint8Array({ maxLength: 1500 });
const port = fc.integer({ min: 1, max: 65_535 });
const octets = (length: number): fc.Arbitrary<Uint8Array> => fc.uint8Array({ minLength: length, maxLength: length });

const packets = fc.constantFrom(4, 16).chain((length) => {
  const text = length === 4 ? ipv4Text : ipv6Text;
  const end = fc.record({ address: octets(length).map(text), port });
  return fc.record({ from: end, to: end, data: bytes });
});

test("the checksum of RFC 1071's own example", () => {
  const sum = internetChecksum(Uint8Array.of(0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7));
  expect(sum.toString(16)).toBe((~0xddf2 & 0xffff).toString(16));
});

test("a datagram's packet has its ends, its length and its data, and checksums that add up to nothing", () => {
  fc.assert(
    fc.property(packets, ({ from, to, data }) => {
      const packet = Buffer.from(encodeUdpPacket({ from, to, data }));
      const four = packet[0] === 0x45;
      const [header, addressBytes] = four ? [20, 4] : [40, 16];
      const addresses = packet.subarray(header - 2 * addressBytes, header);
      const text = four ? ipv4Text : ipv6Text;
      const udp = packet.subarray(header);
      expect([text(addresses.subarray(0, addressBytes)), udp.readUInt16BE(0)]).toEqual([from.address, from.port]);
      expect([text(addresses.subarray(addressBytes)), udp.readUInt16BE(2)]).toEqual([to.address, to.port]);
      expect(udp.readUInt16BE(4)).toBe(udp.byteLength);
      expect(four ? packet.readUInt16BE(2) : packet.readUInt16BE(4) + header).toBe(packet.byteLength);
      expect(Buffer.compare(udp.subarray(8), data)).toBe(0);
      expect(four ? internetChecksum(packet.subarray(0, header)) : 0).toBe(0);
      const pseudo = Uint8Array.of(udp[4] ?? 0, udp[5] ?? 0, 0, 17);
      expect(internetChecksum(addresses, pseudo, udp)).toBe(0);
    }),
  );
});

test("a file has each packet after its time and length, and nothing else", () => {
  const moment = fc.integer({ min: 0, max: 4_000_000_000_000 });
  fc.assert(
    fc.property(fc.array(fc.record({ at: moment, bytes })), (seen) => {
      const file = Buffer.from(writePcap(seen));
      expect([file.readUInt32BE(0), file.readUInt32BE(20)]).toEqual([0xa1b2c3d4, 101]);
      let place = 24;
      const read = seen.map(() => {
        const [second, microsecond] = [file.readUInt32BE(place), file.readUInt32BE(place + 4)];
        const length = file.readUInt32BE(place + 8);
        const data = Uint8Array.from(file.subarray(place + 16, place + 16 + length));
        place += 16 + length;
        return { at: second * 1000 + microsecond / 1000, bytes: data };
      });
      expect(place).toBe(file.byteLength);
      expect(read).toEqual(seen);
    }),
  );
});
