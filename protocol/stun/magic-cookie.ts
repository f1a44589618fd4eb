/** RFC 5389, section 6: the four bytes that tell a STUN message from others at the same port. */
export const MAGIC_COOKIE = Uint8Array.of(0x21, 0x12, 0xa4, 0x42);
