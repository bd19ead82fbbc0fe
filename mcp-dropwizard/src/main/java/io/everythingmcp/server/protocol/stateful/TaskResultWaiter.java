package io.everythingmcp.server.protocol.stateful;

import static io.everythingmcp.server.protocol.stateful.SentClientRequests.Purpose.TASK_INPUT_REQUEST;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.protocol.stateful.stream.LocalSessionActivity;
import io.everythingmcp.server.protocol.stateful.stream.ResponseStream;
import io.everythingmcp.server.session.Session;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.task.Task;
import io.everythingmcp.server.task.TaskStore;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code tasks/result}: waits, without a thread, until a task has ended; its input requests are
 * sent on this response stream.
 */
final class TaskResultWaiter implements LocalSessionActivity {
  private static final Duration SLACK = Duration.ofMillis(250);

  private final StatefulContext context;
  private final TaskStore tasks;
  private final Session session;
  private final RpcMessage.Request request;
  private final ResponseStream responseStream;
  private final String id;
  private final Set<String> sentKeys = new HashSet<>();
  private final AtomicInteger pendingChecks = new AtomicInteger();
  private volatile PubSubChannels.Subscription subscription = () -> {};
  private volatile ServerExecutor.Timer end = () -> {};
  private final AtomicBoolean done = new AtomicBoolean();

  TaskResultWaiter(
      StatefulContext context,
      TaskStore tasks,
      Session session,
      RpcMessage.Request request,
      ResponseStream line) {
    this.context = context;
    this.tasks = tasks;
    this.session = session;
    this.request = request;
    this.responseStream = line;
    this.id = request.params().path("taskId").asText();
  }

  /** Starts waiting. */
  void start() {
    Optional<Task> task = find();
    if (task.isEmpty()) {
      responseStream.sendResponse(
          request.id(),
          StatefulResponseRenderer.render(
                  context, session, request, StatefulTaskMethods.unknown(request.params()))
              .message());
      return;
    }
    context.attachments().add(session.id(), this);
    subscription = tasks.subscribe(id, this::checkTask);
    end = context.runtime().executor().schedule(task.get().remaining().plus(SLACK), this::expired);
    checkTask();
    if (done.get()) {
      release();
    }
  }

  private Optional<Task> find() {
    return tasks.find(id, TaskAugmentedCalls.owner(session));
  }

  private void checkTask() {
    if (pendingChecks.getAndIncrement() != 0) {
      return;
    }
    int missed = 1;
    try {
      do {
        if (!done.get()) {
          processTask();
        }
        missed = pendingChecks.addAndGet(-missed);
      } while (missed != 0);
    } catch (RuntimeException e) {
      // The next call starts again.
      pendingChecks.set(0);
      throw e;
    }
  }

  private void processTask() {
    Optional<Task> task = find();
    if (task.isEmpty()) {
      finish(StatefulTaskMethods.unknown(request.params()));
    } else if (task.get().status().terminal()) {
      finish(outcome(task.get()));
    } else {
      task.get().dialog().inputRequests().forEach(this::sendInputRequest);
    }
  }

  /** An expiring task causes no event, so the clock checks until it has been deleted. */
  private void expired() {
    checkTask();
    if (!done.get()) {
      end = context.runtime().executor().schedule(SLACK, this::expired);
    }
  }

  private void sendInputRequest(String key, JsonNode inputRequest) {
    if (sentKeys.contains(key)) {
      return;
    }
    Duration timeout = find().map(Task::remaining).orElse(Duration.ZERO).plus(SLACK);
    ObjectNode params =
        inputRequest.get("params") instanceof ObjectNode given
            ? given.deepCopy()
            : WireJson.object();
    for (int number :
        context.sent().record(session.id(), TASK_INPUT_REQUEST, id, List.of(key), timeout)) {
      responseStream.send(
          WireJson.text(
              RpcMessage.request(
                  number,
                  inputRequest.path("method").asText(),
                  StatefulTaskRenderer.withRelatedTask(params, id))));
    }
    sentKeys.add(key);
  }

  private RequestOutcome outcome(Task task) {
    if (task.result() instanceof ObjectNode result) {
      return new RequestOutcome.Complete(
          StatefulTaskRenderer.withRelatedTask(result.deepCopy(), id));
    }
    if (task.refusal() == null) {
      return RequestOutcome.failed(ErrorKind.INVALID_PARAMS, "The task was cancelled");
    }
    return StatefulResponseRenderer.toolError(task.refusal(), session.revision())
        ? new RequestOutcome.Complete(
            StatefulTaskRenderer.withRelatedTask(
                StatefulResponseRenderer.toolError(task.refusal()), id))
        : task.refusal();
  }

  private void finish(RequestOutcome outcome) {
    if (done.getAndSet(true)) {
      return;
    }
    RpcMessage.Request call = new RpcMessage.Request(request.id(), "tools/call", request.params());
    try {
      responseStream.sendResponse(
          request.id(), StatefulResponseRenderer.render(context, session, call, outcome).message());
    } catch (StoreUnavailableException e) {
      done.set(false);
      throw e;
    }
    release();
  }

  private void release() {
    subscription.close();
    end.cancel();
    context.attachments().remove(session.id(), this);
  }

  @Override
  public boolean uses() {
    return responseStream.connected();
  }

  /** The instance of the task may have failed, or the store may have been unavailable. */
  @Override
  public void poll() {
    checkTask();
  }

  @Override
  public boolean handlesRequest(JsonNode requestId) {
    return !done.get() && request.id().equals(requestId);
  }

  @Override
  public boolean cancel(JsonNode requestId) {
    return request.id().equals(requestId)
        && endOnce(() -> responseStream.closeWithoutResponse(requestId));
  }

  @Override
  public void sessionEnded() {
    endOnce(responseStream::end);
  }

  /** Ensures that only one of timeout and response ends the wait. */
  private boolean endOnce(Runnable how) {
    if (done.getAndSet(true)) {
      return false;
    }
    how.run();
    release();
    return true;
  }
}
