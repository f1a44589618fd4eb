/** Guide, Appendix 2: UDP 500 carries the key exchange. */
export const KEY_EXCHANGE_PORT = 500;

/** Guide, Appendix 2: UDP 4369 to 4380 may not be dropped; the twin manages the cluster on the first of them. */
export const MANAGEMENT_PORT = 4369;

/** The product synchronizes databases under IP protocol 51. The twin uses a stream to this port; docs/fidelity.md says so. */
export const DATABASE_PORT = 4370;
