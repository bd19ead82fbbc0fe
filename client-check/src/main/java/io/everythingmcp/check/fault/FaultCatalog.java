package io.everythingmcp.check.fault;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** All faults, by the names used in presets and on the page of a run. */
public final class FaultCatalog {
  private FaultCatalog() {}

  /** The faults that a user may request during a run. */
  public static Map<String, Supplier<RunFault>> provocable() {
    Map<String, Supplier<RunFault>> all = new LinkedHashMap<>();
    all.put("end-session", EndedSession::onDemand);
    all.put("expire-token", ExpiredToken::onDemand);
    all.put("drop-stream", DroppedStream::onDemand);
    all.put("slow", SlowResponse::new);
    all.put("rate-limit", RateLimited::onDemand);
    all.put("restart", RestartedServer::new);
    return all;
  }

  /**
   * Creates a fault of a preset.
   *
   * @throws IllegalArgumentException if the name is unknown
   */
  public static RunFault make(String name) {
    return switch (name) {
      case "expired-session" -> EndedSession.atRequest(3);
      case "dropped-stream" -> DroppedStream.script();
      case "rate-limited" -> RateLimited.script();
      case "step-up" -> new ScopeStepUp();
      case "short-tokens" -> new ShortTokens();
      case "polling" -> new PollingStreams();
      case "odd-paging" -> new OddPaging();
      case "odd-server" -> new OddServer();
      case "wrong-issuer" -> new WrongIssuer();
      case "metadata-mismatch" -> new MetadataMismatch();
      case "moved-server" -> new MovedServer();
      case "slow-tool" -> new SlowTool();
      case "invalid-headers" -> TrapTools.invalidHeaders();
      case "network-reference" -> TrapTools.networkReference();
      case "list-changes" -> new ListChange();
      default -> throw new IllegalArgumentException("Unknown fault: " + name);
    };
  }
}
