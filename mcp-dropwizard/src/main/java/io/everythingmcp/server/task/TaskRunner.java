package io.everythingmcp.server.task;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CancellationToken;
import io.everythingmcp.api.ErrorKind;
import io.everythingmcp.api.InputRequest;
import io.everythingmcp.api.InputResponse;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StoreUnavailableException;
import io.everythingmcp.server.wire.SecureIds;
import io.everythingmcp.server.wire.WireJson;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on tasks, on threads that may wait. */
public final class TaskRunner {
  private static final Logger LOG = LoggerFactory.getLogger(TaskRunner.class);

  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final TaskStore tasks;
  private final Function<Runnable, Boolean> workers;
  private final Function<InputRequest, JsonNode> render;

  /**
   * Creates a runner.
   *
   * @param workers runs work on a thread that may block; false if none is available
   * @param render converts an input request to method and parameters of the latest revision
   */
  public TaskRunner(
      TaskStore tasks,
      Function<Runnable, Boolean> workers,
      Function<InputRequest, JsonNode> render) {
    this.tasks = tasks;
    this.workers = workers;
    this.render = render;
  }

  /** The work of a task, as an era finds it from the record. */
  @FunctionalInterface
  public interface TaskExecution {
    /**
     * Runs the work, or its next part.
     *
     * @param responses responses to the last input requests, by the feature's keys
     * @param state request state of the feature, or null
     */
    RequestOutcome run(
        Map<String, InputResponse> responses, String state, CancellationToken cancellation);
  }

  /** Runs a task until it ends or requires input. */
  public void run(Task task, TaskExecution work, CancellableTask stop) {
    PubSubChannels.Subscription subscription =
        tasks.subscribe(
            task.id(),
            () -> {
              if (cancelled(task)) {
                stop.request();
              }
            });
    Runnable all =
        () -> {
          try {
            complete(task, serialized(attempt(task, work, stop)));
          } finally {
            subscription.close();
          }
        };
    if (!workers.apply(all)) {
      subscription.close();
      tasks.fail(task.id(), refused("The server is busy; try again"));
    }
  }

  /** A cancellation and the switch for it. */
  public interface CancellableTask extends CancellationToken {
    /** Cancels. */
    void request();
  }

  private boolean cancelled(Task task) {
    return tasks
        .find(task.id(), task.origin().owner())
        .map(now -> now.status() == Task.Status.CANCELLED)
        .orElse(true);
  }

  private static RequestOutcome attempt(Task task, TaskExecution work, CancellableTask stop) {
    try {
      return work.run(task.dialog().responses(), task.dialog().state(), stop);
    } catch (RuntimeException | Error e) {
      return failed(e);
    }
  }

  /** Serializes a result before it is stored, because not every object has a JSON form. */
  private static RequestOutcome serialized(RequestOutcome outcome) {
    if (!(outcome instanceof RequestOutcome.Complete complete)) {
      return outcome;
    }
    try {
      return new RequestOutcome.Complete(WireJson.tree(complete.result()));
    } catch (RuntimeException | Error e) {
      return failed(e);
    }
  }

  private static RequestOutcome.Failed failed(Throwable e) {
    String reference = SecureIds.random();
    LOG.error("A task failed, reference {}", reference, e);
    return refused("The task failed, reference " + reference + " (see the server log)");
  }

  private static RequestOutcome.Failed refused(String message) {
    return new RequestOutcome.Failed(ErrorKind.INTERNAL_ERROR, message, Map.of());
  }

  /** Retries to store a result while the store is temporarily unavailable. */
  private void complete(Task task, RequestOutcome outcome) {
    while (true) {
      try {
        complete(task.id(), outcome);
        return;
      } catch (StoreUnavailableException e) {
        if (task.remaining().isZero() || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LockSupport.parkNanos(AGAIN.toNanos());
      }
    }
  }

  private void complete(String id, RequestOutcome outcome) {
    if (outcome instanceof RequestOutcome.Complete complete) {
      tasks.complete(id, WireJson.tree(complete.result()));
    } else if (outcome instanceof RequestOutcome.Failed why) {
      tasks.fail(id, why);
    } else if (outcome instanceof RequestOutcome.InputRequired required) {
      Map<String, JsonNode> inputRequests = new LinkedHashMap<>();
      required
          .inputRequests()
          .forEach((key, inputRequest) -> inputRequests.put(key, render.apply(inputRequest)));
      tasks.requireInput(id, inputRequests, required.requestState());
    } else {
      tasks.fail(id, refused("A task must not be deferred again"));
    }
  }
}
