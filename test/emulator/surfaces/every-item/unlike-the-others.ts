/** Passwords of administrators and of FindMe accounts are hashed as they are set. */
export const keptAsHash: ReadonlySet<string> = new Set([
  "Authentication Account Admin Account [1..1000] Password",
  "Authentication Account FindMe Account [1..10000] Password",
]);

/** A directory has groups with plain names alone, and a FindMe ID is not the name of its account. */
export const plainNames: ReadonlySet<string> = new Set([
  "Authentication Account Admin Group [1..1000] Name",
  "Authentication Account FindMe Group [1..1000] Name",
  "Authentication Account FindMe Account [1..10000] FindMeID",
]);

/** Values that keep the test from items after them, by way of XML or with plain passwords: tests of directories and of strict passwords set them. */
export const locksOut: Readonly<Record<string, readonly string[]>> = {
  "Login Source Admin": ["RemoteOnly"],
  "Authentication StrictPassword Enabled": ["On"],
};

/** Option keys are read as keys, not as texts: the tests of licensing set them. */
export const takesKeysAlone: ReadonlySet<string> = new Set(["Option [1..64] Key"]);

/** What one item of a firewall rule may be depends on the others, and what is in force is not set at all: the tests of the firewall set them. */
export const isOfFirewall = (path: string): boolean => path.startsWith("Firewall ");
