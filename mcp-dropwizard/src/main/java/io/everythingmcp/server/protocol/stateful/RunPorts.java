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
import io.everythingmcp.server.protocol.CallContext;
import io.everythingmcp.server.protocol.Notifications;
import io.everythingmcp.server.protocol.Steps;
import io.everythingmcp.server.protocol.StoredScope;
import io.everythingmcp.server.protocol.stateful.revision.RevisionView;
import io.everythingmcp.server.protocol.stateful.stream.ReplyLine;
import io.everythingmcp.server.session.EventLog;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.Json;
import io.everythingmcp.server.wire.RpcMessage;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a feature may do while a request is worked on: its messages go on the line of the request.
 */
final class RunPorts implements CallContext.Ports {
  private static final Logger LOG = LoggerFactory.getLogger(RunPorts.class);

  private final Context context;
  private final Session session;
  private final CallerIdentity caller;
  private final ReplyLine line;
  private final CancellationToken cancellation;
  private final UnaryOperator<ObjectNode> mark;
  private final ProgressReporter progress;

  /**
   * Ports.
   *
   * @param mark adds to each message what all messages of this request must carry
   */
  RunPorts(
      Context context,
      Session session,
      RpcMessage.Request request,
      CallerIdentity caller,
      ReplyLine line,
      CancellationToken cancellation,
      UnaryOperator<ObjectNode> mark) {
    this.context = context;
    this.session = session;
    this.caller = caller;
    this.line = line;
    this.cancellation = cancellation;
    this.mark = mark;
    this.progress = Steps.of(request.params(), this::step);
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

  private void step(ObjectNode notification) {
    if (!cancellation.requested()) {
      say(notification);
    }
  }

  private LoggingLevel logLevel() {
    try {
      return context.sessions().peek(session.id()).orElse(session).logLevel();
    } catch (StoreUnavailableException e) {
      return session.logLevel();
    }
  }

  @Override
  public ClientLogger log() {
    return (level, logger, data) -> {
      LoggingLevel wanted = logLevel();
      if (level.compareTo(wanted) >= 0 && context.runtime().catalog().mayLog()) {
        say(Notifications.log(level, logger, data));
      }
    };
  }

  /** While the store is away a tool goes on with its work; its answer waits, this does not. */
  private void say(ObjectNode notification) {
    ObjectNode view = RevisionView.message(session.revision(), mark.apply(notification));
    if (view == null) {
      return;
    }
    String text = Json.text(view);
    try {
      if (!cancellation.requested()) {
        line.say(text);
      } else if (context.sessions().peek(session.id()).isPresent()) {
        context.log().say(session.id(), EventLog.UNRELATED, text);
      }
    } catch (StoreUnavailableException e) {
      LOG.debug("A notification was left out: {}", e.getMessage());
    }
  }

  @Override
  public FeatureStorage scope() {
    return StoredScope.ofSession(context.runtime().store(), session.id());
  }

  @Override
  public ChangeNotifier changes() {
    return context.runtime().catalog();
  }

  @Override
  public SessionNotifier emitter() {
    return new SessionEmitter(context, session.id());
  }

  @Override
  public ElicitationPages consents() {
    return context.runtime().consents().of(caller.owner(), session.id());
  }

  @Override
  public void detach() {
    line.detach();
  }

  @Override
  public boolean hasSession() {
    return true;
  }
}
