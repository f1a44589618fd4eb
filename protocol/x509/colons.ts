/** Bytes as hexadecimal digits in pairs, `0a:1b`. */
export const colons = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(":");
