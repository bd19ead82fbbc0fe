package io.everythingmcp.server.protocol.stateful;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.CancellationToken;
import io.everythingmcp.api.ChangeNotifier;
import io.everythingmcp.api.ClientLogger;
import io.everythingmcp.api.ElicitationPages;
import io.everythingmcp.api.FeatureStorage;
import io.everythingmcp.api.LoggingLevel;
import io.everythingmcp.api.ProgressReporter;
import io.everythingmcp.api.SessionNotifier;
import io.everythingmcp.server.protocol.NotificationFactory;
import io.everythingmcp.server.protocol.context.ProgressNotifier;
import io.everythingmcp.server.protocol.context.RuntimeRequestContext;
import io.everythingmcp.server.protocol.context.StoreBackedFeatureStorage;
import io.everythingmcp.server.protocol.stateful.revision.RevisionView;
import io.everythingmcp.server.protocol.stateful.stream.ResponseStream;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.session.StreamLog;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Services for a feature during a request; its messages go to the response stream of the request.
 */
final class StatefulRequestServices implements RuntimeRequestContext.RequestServices {
  private static final Logger LOG = LoggerFactory.getLogger(StatefulRequestServices.class);

  private final StatefulContext context;
  private final Session session;
  private final CallerIdentity caller;
  private final ResponseStream line;
  private final CancellationToken cancellation;
  private final UnaryOperator<ObjectNode> messageEdit;
  private final ProgressReporter progress;

  /**
   * Ports.
   *
   * @param mark adds to each message what all messages of this request must carry
   */
  StatefulRequestServices(
      StatefulContext context,
      Session session,
      RpcMessage.Request request,
      CallerIdentity caller,
      ResponseStream line,
      CancellationToken cancellation,
      UnaryOperator<ObjectNode> mark) {
    this.context = context;
    this.session = session;
    this.caller = caller;
    this.line = line;
    this.cancellation = cancellation;
    this.messageEdit = mark;
    this.progress = ProgressNotifier.of(request.params(), this::sendIfRunning);
  }

  @Override
  public Optional<String> session() {
    return Optional.of(session.id());
  }

  @Override
  public ProgressReporter progress() {
    return progress;
  }

  @Override
  public CancellationToken cancellation() {
    return cancellation;
  }

  private void sendIfRunning(ObjectNode notification) {
    if (!cancellation.isCancelled()) {
      send(notification);
    }
  }

  private LoggingLevel logLevel() {
    try {
      return context.sessions().findById(session.id()).orElse(session).logLevel();
    } catch (StoreUnavailableException e) {
      return session.logLevel();
    }
  }

  @Override
  public ClientLogger log() {
    return (level, logger, data) -> {
      LoggingLevel wanted = logLevel();
      if (level.compareTo(wanted) >= 0 && context.runtime().catalog().mayLog()) {
        send(NotificationFactory.log(level, logger, data));
      }
    };
  }

  /** While the store is unavailable, notifications are dropped; only the response waits. */
  private void send(ObjectNode notification) {
    ObjectNode view = RevisionView.message(session.revision(), messageEdit.apply(notification));
    if (view == null) {
      return;
    }
    String text = WireJson.text(view);
    try {
      if (!cancellation.isCancelled()) {
        line.send(text);
      } else if (context.sessions().findById(session.id()).isPresent()) {
        context.log().appendMessage(session.id(), StreamLog.UNRELATED, text);
      }
    } catch (StoreUnavailableException e) {
      LOG.debug("A notification was left out: {}", e.getMessage());
    }
  }

  @Override
  public FeatureStorage scope() {
    return StoreBackedFeatureStorage.ofSession(context.runtime().store(), session.id());
  }

  @Override
  public ChangeNotifier changes() {
    return context.runtime().catalog();
  }

  @Override
  public SessionNotifier emitter() {
    return new StatefulSessionNotifier(context, session.id());
  }

  @Override
  public ElicitationPages consents() {
    return context.runtime().consents().of(caller.ownerKey(), session.id());
  }

  @Override
  public void detach() {
    line.closeConnection();
  }

  @Override
  public boolean hasSession() {
    return true;
  }
}
