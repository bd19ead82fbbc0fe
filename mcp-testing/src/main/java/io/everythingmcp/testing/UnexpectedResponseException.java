package io.everythingmcp.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** A response without a result. Its message shows the request and the response. */
public final class UnexpectedResponseException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String response;
  private final transient JsonNode error;

  UnexpectedResponseException(int status, String request, String response, JsonNode error) {
    super("HTTP status " + status + "\n> " + request + "\n< " + response);
    this.status = status;
    this.response = response;
    this.error = error;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the body of the response; empty if it has none. */
  public String response() {
    return response;
  }

  /** The {@code error} of JSON-RPC; a missing node where the response has none. */
  public JsonNode error() {
    return error == null ? MissingNode.getInstance() : error;
  }
}
