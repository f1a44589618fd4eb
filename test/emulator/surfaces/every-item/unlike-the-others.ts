/** Passwords of administrators are hashed as they are set. */
export const keptAsHash: ReadonlySet<string> = new Set(["Authentication Account Admin Account [1..1000] Password"]);

/** Option keys are read as keys, not as texts: the tests of licensing set them. */
export const takesKeysAlone: ReadonlySet<string> = new Set(["Option [1..64] Key"]);
