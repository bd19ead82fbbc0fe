package io.everythingmcp.check.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A process of a client at 2026-07-28, as far as it can be distinguished from others. */
public final class SenderView {
  private final JsonNode clientInfo;
  private final int process;
  final List<ClientMessage> messages = new ArrayList<>();
  final Set<String> connections = new HashSet<>();
  long lowestId = Long.MAX_VALUE;

  SenderView(JsonNode clientInfo, int process) {
    this.clientInfo = clientInfo;
    this.process = process;
  }

  public JsonNode clientInfo() {
    return clientInfo;
  }

  /** The number of the process among those with this name, from 1. */
  public int process() {
    return process;
  }

  public List<ClientMessage> messages() {
    return Collections.unmodifiableList(messages);
  }
}
