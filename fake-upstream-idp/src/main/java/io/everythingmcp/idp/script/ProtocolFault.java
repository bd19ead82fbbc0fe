package io.everythingmcp.idp.script;

/** A violation of the protocol that the provider commits once. */
public enum ProtocolFault {
  /** The ID token contains another nonce than the request. */
  WRONG_NONCE,
  /** The ID token contains no nonce. */
  NO_NONCE,
  /** The {@code iss} of the ID token is that of another provider. */
  WRONG_ISSUER,
  /** The ID token is for another client. */
  WRONG_AUDIENCE,
  /** The ID token expired an hour ago. */
  EXPIRED,
  /** The ID token is signed by a key that is not published, under the id of one that is. */
  WRONG_SIGNATURE,
  /** The ID token is not signed: its algorithm is {@code none}. */
  UNSIGNED,
  /** The token response has no ID token. */
  NO_ID_TOKEN,
  /** The UserInfo response has another {@code sub} than the ID token. */
  WRONG_USERINFO_SUBJECT,
  /** The {@code iss} of the authorization response is that of another provider. */
  WRONG_ISS_PARAMETER,
  /** The authorization response has no {@code iss}. */
  NO_ISS_PARAMETER,
  /** The authorization response has another state than the request. */
  WRONG_STATE
}
