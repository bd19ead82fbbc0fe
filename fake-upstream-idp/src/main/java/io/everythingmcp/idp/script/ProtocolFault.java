package io.everythingmcp.idp.script;

/** What the provider can do wrong on purpose, once. */
public enum ProtocolFault {
  /** The ID token carries a nonce that nobody sent. */
  WRONG_NONCE,
  /** The ID token carries no nonce. */
  NO_NONCE,
  /** The ID token says that another provider made it. */
  WRONG_ISSUER,
  /** The ID token is for another client. */
  WRONG_AUDIENCE,
  /** The ID token expired an hour ago. */
  EXPIRED,
  /** The ID token is signed by a key that is not published, under the id of one that is. */
  WRONG_SIGNATURE,
  /** The ID token is not signed: its algorithm is {@code none}. */
  UNSIGNED,
  /** The token endpoint answers without an ID token. */
  NO_ID_TOKEN,
  /** UserInfo is about somebody else. */
  WRONG_USERINFO_SUBJECT,
  /** The authorization response says in {@code iss} that another provider made it. */
  WRONG_ISS_PARAMETER,
  /** The authorization response has no {@code iss}. */
  NO_ISS_PARAMETER,
  /** The authorization response has a state that nobody sent. */
  WRONG_STATE
}
