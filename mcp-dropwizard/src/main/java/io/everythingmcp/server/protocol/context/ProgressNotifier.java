package io.everythingmcp.server.protocol.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ProgressReporter;
import io.everythingmcp.server.protocol.NotificationFactory;
import java.util.function.Consumer;

/**
 * Progress of a request as notifications with the {@code progressToken} of the request; the value
 * of {@code progress} increases with each notification.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/basic/utilities/progress">Progress</a>
 */
public final class ProgressNotifier implements ProgressReporter {
  private final JsonNode token;
  private final Consumer<ObjectNode> notificationSender;
  private double lastProgress = Double.NEGATIVE_INFINITY;

  private ProgressNotifier(JsonNode token, Consumer<ObjectNode> say) {
    this.token = token;
    this.notificationSender = say;
  }

  /**
   * Creates a progress reporter for the progress token of a request; it discards reports if there
   * is none.
   *
   * @param params the parameters of the request
   */
  public static ProgressReporter of(JsonNode params, Consumer<ObjectNode> say) {
    JsonNode token = params.path("_meta").path("progressToken");
    return token.isTextual() || token.isIntegralNumber() ? new ProgressNotifier(token, say) : NONE;
  }

  @Override
  public synchronized void report(double done, Double total, String message) {
    if (done > lastProgress) {
      lastProgress = done;
      notificationSender.accept(NotificationFactory.progress(token, done, total, message));
    }
  }
}
