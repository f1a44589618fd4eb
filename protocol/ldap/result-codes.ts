/** The result codes that make a difference (RFC 4511, appendix A). */
export const ldapResult = {
  success: 0,
  sizeLimitExceeded: 4,
  saslBindInProgress: 14,
  noSuchObject: 32,
  invalidDnSyntax: 34,
  invalidCredentials: 49,
} as const;
