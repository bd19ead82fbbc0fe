package io.everythingmcp.server.ops.logging;

import io.everythingmcp.server.protocol.Operation;
import io.everythingmcp.server.wire.Texts;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** At DEBUG: a line for each request of the protocol, within its trace, without its content. */
public final class OperationLines implements Consumer<Operation> {
  private static final Logger LOG = LoggerFactory.getLogger(OperationLines.class);
  private static final int LONGEST = 60;

  @Override
  public void accept(Operation operation) {
    if (LOG.isDebugEnabled()) {
      String method = operation.request().method().replaceAll("[^\\x21-\\x7e]", "?");
      LOG.debug(
          "{} {} {} ms {}",
          operation.revision(),
          Texts.beginning(method, LONGEST),
          TimeUnit.NANOSECONDS.toMillis(operation.nanos()),
          operation.error() == null ? "ok" : operation.error());
    }
  }
}
