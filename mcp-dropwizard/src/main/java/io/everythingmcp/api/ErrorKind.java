package io.everythingmcp.api;

/**
 * Reason for which a request failed. Each era maps it to its JSON-RPC error code and HTTP status.
 */
public enum ErrorKind {
  /** A parameter is missing or invalid. */
  INVALID_PARAMS,
  /** The arguments of a tool do not match its input schema. */
  INVALID_TOOL_ARGUMENTS,
  /** The tool, prompt or task does not exist. */
  NOT_FOUND,
  /** The method is not supported for this feature. */
  NOT_SUPPORTED,
  /** The resource does not exist. */
  RESOURCE_NOT_FOUND,
  /** The client did not declare a required capability. */
  MISSING_CLIENT_CAPABILITY,
  /** URL elicitation is required first; the error data contains the elicitations. */
  URL_ELICITATION_REQUIRED,
  /** The request timed out. */
  TIMEOUT,
  /** Internal server error. */
  INTERNAL_ERROR
}
