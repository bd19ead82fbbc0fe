package io.everythingmcp.server.protocol.stateless;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Tool that runs until it is cancelled, and reports progress. */
final class CancellableTool implements Tool {
  private final AtomicInteger working = new AtomicInteger();
  private final AtomicInteger stopped = new AtomicInteger();

  @Override
  public McpSchema.Tool definition() {
    return McpSchema.Tool.builder("patient", Map.of("type", "object")).build();
  }

  @Override
  public boolean isBlocking() {
    return true;
  }

  @Override
  public RequestOutcome call(RequestContext call) {
    working.incrementAndGet();
    boolean cancelled = call.cancellation().awaitCancellation(Duration.ofSeconds(20));
    call.progress().report(1, 1.0, "too late");
    call.logger().info("too late");
    stopped.incrementAndGet();
    return RequestOutcome.text("cancelled: " + cancelled);
  }

  /** Returns the number of started calls. */
  int startedCalls() {
    return working.get();
  }

  /** Returns the number of ended calls. */
  int endedCalls() {
    return stopped.get();
  }
}
