/** Puts what proves who we are on each request. Its values are never in findings, logs or errors. */
export interface AuthProvider {
  /** Headers for the next request. */
  headers(): Promise<Readonly<Record<string, string>>>;
  /**
   * Told of an answer 401 and its WWW-Authenticate header; resolves to true when the request is worth sending once
   * more. Absent: a 401 is final.
   */
  renew?(challenge: string | undefined): Promise<boolean>;
}

/** A fixed bearer token. */
export function bearerAuth(token: string): AuthProvider {
  const headers = { authorization: `Bearer ${token}` };
  return { headers: async () => headers };
}
