package io.everythingmcp.server.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.testing.store.ConcurrentRun;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.CommandObjects;
import redis.clients.jedis.RedisProtocol;

class CommandPipelinerTest {
  private static final CommandObjects OBJECTS = new CommandObjects(RedisProtocol.RESP2);

  @AutoClose("shutdownNow")
  private final ExecutorService executor = Executors.newFixedThreadPool(4);

  private final List<Integer> sizes = new CopyOnWriteArrayList<>();
  private final CountDownLatch sent = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);

  private static CommandObject<String> get(String key) {
    return OBJECTS.get(key);
  }

  /** Replies to each GET with its key, and to those of "wrong" with an error. */
  private List<Object> echo(List<CommandObject<?>> commands) {
    sizes.add(commands.size());
    List<Object> replies = new ArrayList<>();
    for (CommandObject<?> command : commands) {
      List<String> words = new ArrayList<>();
      command
          .getArguments()
          .forEach(word -> words.add(new String(word.getRaw(), StandardCharsets.UTF_8)));
      String key = words.get(1);
      replies.add(key.equals("wrong") ? new IllegalStateException(key) : key);
    }
    return replies;
  }

  /** Replies only after it has been released. */
  private List<Object> slowly(List<CommandObject<?>> commands) {
    sent.countDown();
    try {
      assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return echo(commands);
  }

  private CompletableFuture<String> onAnotherThread(CommandPipeliner batches, String key) {
    CompletableFuture<String> result = new CompletableFuture<>();
    executor.execute(
        () -> {
          try {
            result.complete(batches.submit(get(key)).join());
          } catch (CompletionException e) {
            result.completeExceptionally(e.getCause());
          }
        });
    return result;
  }

  private static String join(CompletableFuture<String> answer) throws Exception {
    return answer.get(30, TimeUnit.SECONDS);
  }

  @Test
  void singleCommandIsSentImmediately() {
    CommandPipeliner batches =
        new CommandPipeliner(
            this::echo,
            work -> {
              throw new AssertionError();
            });
    assertThat(batches.submit(get("a"))).isCompletedWithValue("a");
    assertThat(batches.submit(get("b"))).isCompletedWithValue("b");
    assertThat(sizes).containsExactly(1, 1);
  }

  @Test
  void concurrentCommandsAreBatchedWithoutWaiting() throws Exception {
    CommandPipeliner batches = new CommandPipeliner(this::slowly, executor);
    CompletableFuture<String> first = onAnotherThread(batches, "first");
    assertThat(sent.await(30, TimeUnit.SECONDS)).isTrue();
    List<CompletableFuture<String>> others =
        IntStream.range(0, 300).mapToObj(i -> batches.submit(get("key-" + i))).toList();
    assertThat(others).noneMatch(CompletableFuture::isDone);
    answered.countDown();
    assertThat(join(first)).isEqualTo("first");
    for (int i = 0; i < others.size(); i++) {
      assertThat(join(others.get(i))).isEqualTo("key-" + i);
    }
    assertThat(sizes).containsExactly(1, 256, 44);
  }

  @Test
  void errorReplyFailsItsCommandOnly() throws Exception {
    CommandPipeliner batches = new CommandPipeliner(this::slowly, executor);
    CompletableFuture<String> first = onAnotherThread(batches, "wrong");
    assertThat(sent.await(30, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<String> right = batches.submit(get("right"));
    CompletableFuture<String> wrong = batches.submit(get("wrong"));
    answered.countDown();
    assertThat(join(right)).isEqualTo("right");
    assertThat(wrong).failsWithin(30, TimeUnit.SECONDS);
    assertThat(first).failsWithin(30, TimeUnit.SECONDS);
  }

  @Test
  void commandsDuringAnOutageFailTogether() throws Exception {
    CommandPipeliner batches =
        new CommandPipeliner(
            commands -> {
              slowly(commands);
              throw new IllegalStateException("away");
            },
            executor);
    CompletableFuture<String> first = onAnotherThread(batches, "first");
    assertThat(sent.await(30, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<String> meanwhile = batches.submit(get("meanwhile"));
    answered.countDown();
    assertThat(meanwhile).failsWithin(30, TimeUnit.SECONDS);
    assertThat(first).failsWithin(30, TimeUnit.SECONDS);
    assertThat(sizes).as("there was no second wait").containsExactly(1);
  }

  @Test
  void withoutThreadsEachCommandHasAReply() throws Exception {
    CommandPipeliner batches =
        new CommandPipeliner(
            this::echo,
            work -> {
              throw new RejectedExecutionException();
            });
    assertThat(manyAtOnce(batches)).isEqualTo(8 * 2_000);
  }

  @Test
  void noCommandIsLost() throws Exception {
    assertThat(manyAtOnce(new CommandPipeliner(this::echo, executor))).isEqualTo(8 * 2_000);
    assertThat(sizes.stream().mapToInt(Integer::intValue).sum()).isEqualTo(8 * 2_000);
  }

  private static int manyAtOnce(CommandPipeliner batches) throws Exception {
    List<List<CompletableFuture<String>>> all =
        ConcurrentRun.call(
            8,
            thread ->
                IntStream.range(0, 2_000)
                    .mapToObj(i -> batches.submit(get(thread + "-" + i)))
                    .toList());
    int right = 0;
    for (int thread = 0; thread < all.size(); thread++) {
      for (int i = 0; i < all.get(thread).size(); i++) {
        right += join(all.get(thread).get(i)).equals(thread + "-" + i) ? 1 : 0;
      }
    }
    return right;
  }
}
