package io.everythingmcp.server.store.redis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import redis.clients.jedis.CommandObject;

/**
 * Pipelines commands of concurrent callers, so that one thread waits for Redis instead of each of
 * them. The first caller sends the queued commands and waits for the replies; commands queued in
 * the meantime are sent with the next batch.
 */
final class CommandPipeliner {
  private static final int MOST = 256;

  private final Function<List<CommandObject<?>>, List<Object>> sender;
  private final Executor executor;
  private final Queue<Waiting<?>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean sending = new AtomicBoolean();

  /**
   * Creates the pipeliner.
   *
   * @param sender sends commands together and waits; returns the reply to each of them, or the
   *     exception of an error reply; throws if there were no replies
   * @param executor runs the continuations of asynchronous callers
   */
  CommandPipeliner(Function<List<CommandObject<?>>, List<Object>> sender, Executor executor) {
    this.sender = sender;
    this.executor = executor;
  }

  private static final class Waiting<T> {
    private final CommandObject<T> command;
    private final CompletableFuture<T> future = new CompletableFuture<>();

    Waiting(CommandObject<T> command) {
      this.command = command;
    }

    @SuppressWarnings("unchecked")
    void complete(Object reply) {
      if (reply instanceof RuntimeException failure) {
        future.completeExceptionally(failure);
      } else {
        future.complete((T) reply);
      }
    }
  }

  /** Runs a command. The result is completed already, or later on a thread of the executor. */
  <T> CompletableFuture<T> submit(CommandObject<T> command) {
    Waiting<T> own = new Waiting<>(command);
    waiting.add(own);
    if (sending.compareAndSet(false, true)) {
      send(own);
    }
    return own.future;
  }

  /**
   * Sends the queued commands; the thread of the next batch sends the remaining ones.
   *
   * @param own command whose reply this thread waits for; null if it works for others only
   */
  private void send(Waiting<?> own) {
    List<Waiting<?>> batch = next();
    List<Object> replies = replies(batch);
    sending.set(false);
    if (!waiting.isEmpty() && sending.compareAndSet(false, true)) {
      executeAsync(() -> send(null));
    }
    int here = own == null ? batch.size() - 1 : batch.indexOf(own);
    for (int i = 0; i < batch.size(); i++) {
      Waiting<?> next = batch.get(i);
      Object reply = replies.get(i);
      if (i != here) {
        executeAsync(() -> next.complete(reply));
      }
    }
    if (here >= 0) {
      batch.get(here).complete(replies.get(here));
    }
  }

  private List<Waiting<?>> next() {
    List<Waiting<?>> batch = new ArrayList<>();
    Waiting<?> next = waiting.poll();
    while (next != null) {
      batch.add(next);
      next = batch.size() < MOST ? waiting.poll() : null;
    }
    return batch;
  }

  private List<Object> replies(List<Waiting<?>> batch) {
    List<CommandObject<?>> commands = new ArrayList<>(batch.size());
    batch.forEach(next -> commands.add(next.command));
    try {
      return commands.isEmpty() ? List.of() : sender.apply(commands);
    } catch (RuntimeException e) {
      // Commands queued meanwhile would wait equally long, without success.
      for (Waiting<?> next = waiting.poll(); next != null; next = waiting.poll()) {
        batch.add(next);
      }
      return Collections.nCopies(batch.size(), e);
    }
  }

  private void executeAsync(Runnable work) {
    try {
      executor.execute(work);
    } catch (RejectedExecutionException e) {
      work.run();
    }
  }
}
