package io.everythingmcp.api;

/** Why a call was refused. Each era turns it into its own code and status. */
public enum ErrorKind {
  /** A parameter is missing or wrong. */
  INVALID_PARAMS,
  /** The arguments of a tool do not fit its input schema. */
  INVALID_TOOL_ARGUMENTS,
  /** No such tool, prompt or task. */
  NOT_FOUND,
  /** The method exists, but not for this. */
  NOT_SUPPORTED,
  /** No such resource. */
  RESOURCE_NOT_FOUND,
  /** The client did not declare a capability without which this cannot be done. */
  MISSING_CLIENT_CAPABILITY,
  /** The user must visit a page first; the data says which. */
  URL_ELICITATION_REQUIRED,
  /** It took too long. */
  TIMEOUT,
  /** Something broke in here. */
  INTERNAL_ERROR
}
