/** Passwords of administrators are hashed as they are set. */
export const keptAsHash: ReadonlySet<string> = new Set(["Authentication Account Admin Account [1..1000] Password"]);

/** A directory has groups with plain names alone. */
export const plainNames: ReadonlySet<string> = new Set(["Authentication Account Admin Group [1..1000] Name"]);

/** Values that keep local administrators, and so the test, from XML: the tests of directories set them. */
export const locksOut: Readonly<Record<string, readonly string[]>> = { "Login Source Admin": ["RemoteOnly"] };

/** Option keys are read as keys, not as texts: the tests of licensing set them. */
export const takesKeysAlone: ReadonlySet<string> = new Set(["Option [1..64] Key"]);

/** What one item of a firewall rule may be depends on the others, and what is in force is not set at all: the tests of the firewall set them. */
export const isOfFirewall = (path: string): boolean => path.startsWith("Firewall ");
