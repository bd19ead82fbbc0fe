package io.everythingmcp.server.observation.logging;

import io.everythingmcp.server.protocol.CompletedOperation;
import io.everythingmcp.server.wire.TextTruncation;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs each protocol request at DEBUG, within its trace: the operation, its outcome, the reason of
 * an error and the first characters of its session. Contains no content except what an error names.
 */
public final class OperationLogger implements Consumer<CompletedOperation> {
  private static final Logger LOG = LoggerFactory.getLogger(OperationLogger.class);
  private static final int LONGEST = 60;
  private static final int REASON = 300;
  private static final int SHOWN = 8;

  @Override
  public void accept(CompletedOperation operation) {
    if (LOG.isDebugEnabled()) {
      LOG.debug(
          "{} {}{} {} ms {}{}{}",
          operation.revision(),
          shown(operation.request().method()),
          operation.request().params().path("name").isTextual()
              ? " " + shown(operation.request().params().path("name").asText())
              : "",
          TimeUnit.NANOSECONDS.toMillis(operation.nanos()),
          operation.error() == null ? "ok" : operation.error(),
          operation.session() == null ? "" : " session " + first(operation.session()),
          operation.reason() == null ? "" : ": " + reason(operation.reason()));
    }
  }

  private static String reason(String sentence) {
    return TextTruncation.shortened(sentence.replaceAll("[^\\x20-\\x7e]", "?"), REASON);
  }

  private static String first(String session) {
    return TextTruncation.beginning(shown(session), SHOWN);
  }

  private static String shown(String text) {
    return TextTruncation.beginning(text.replaceAll("[^\\x21-\\x7e]", "?"), LONGEST);
  }
}
