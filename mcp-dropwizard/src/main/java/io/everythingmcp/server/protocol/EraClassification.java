package io.everythingmcp.server.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.RpcError;

/** Era of a request. */
public sealed interface EraClassification {

  /** With a session: 2024-11-05 to 2025-11-25. */
  record Stateful() implements EraClassification {}

  /** Without one: 2026-07-28. */
  record Stateless() implements EraClassification {}

  /**
   * Both eras are possible, and the message does not determine one: both check it, and one
   * recognises its subject.
   */
  record Either() implements EraClassification {}

  /**
   * To none.
   *
   * @param status the HTTP status
   * @param id the request's id, or null where there is none
   * @param error why
   */
  record Rejected(int status, JsonNode id, RpcError error) implements EraClassification {}

  EraClassification STATEFUL = new Stateful();
  EraClassification STATELESS = new Stateless();
  EraClassification EITHER = new Either();
}
