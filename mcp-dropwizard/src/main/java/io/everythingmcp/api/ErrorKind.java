package io.everythingmcp.api;

/** Why a call was refused. Each era turns it into its own code and status. */
public enum ErrorKind {
  /** A parameter is missing or wrong. */
  INVALID_PARAMS,
  /** The arguments of a tool do not fit its input schema. */
  INVALID_ARGUMENTS,
  /** No such tool, prompt or task. */
  UNKNOWN,
  /** The method exists, but not for this. */
  UNSUPPORTED,
  /** No such resource. */
  RESOURCE_NOT_FOUND,
  /** The client did not declare a capability without which this cannot be done. */
  CAPABILITY_REQUIRED,
  /** The user must visit a page first; the data says which. */
  URL_CONSENT_REQUIRED,
  /** It took too long. */
  TIMEOUT,
  /** Something broke in here. */
  INTERNAL
}
