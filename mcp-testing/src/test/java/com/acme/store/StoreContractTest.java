package com.acme.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.acme.conformance.ConformanceRun;
import io.everythingmcp.server.store.ExpiringSets;
import io.everythingmcp.server.store.PubSubChannels;
import io.everythingmcp.server.store.StateStore;
import io.everythingmcp.testing.store.StoreContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult.Status;

/**
 * A store that violates the contract fails the tests of the rule that it violates, and no other.
 */
class StoreContractTest {
  @Test
  void storeThatKeepsTheFirstLifetimeFails() {
    ConformanceRun run = ConformanceRun.of(FirstLifetimeCounts.class);
    assertThat(run.with(Status.FAILED)).containsOnlyKeys("addedAgainMemberIsNotOverdue()");
    assertThat(run.with(Status.SUCCESSFUL)).hasSizeGreaterThan(40);
  }

  @Test
  void storeThatDeliversMessagesTwiceFails() {
    ConformanceRun run = ConformanceRun.of(MessagesArriveTwice.class);
    assertThat(run.with(Status.FAILED))
        .containsKeys("everyListenerOfTheChannelReceives()", "messagesKeepTheirOrder()");
    assertThat(run.with(Status.SUCCESSFUL)).hasSizeGreaterThan(30);
  }

  @Test
  void documentationPrintsTheSource() throws IOException {
    String source = Files.readString(Path.of("src/test/java/com/acme/store/AcmeStoreTest.java"));
    assertThat(Files.readString(Path.of("..", "docs", "operate", "redis.md")))
        .contains("```java\n" + source.substring(source.indexOf("class ")) + "```");
  }

  /** A later lifetime of a member is ignored if it is longer. */
  static class FirstLifetimeCounts extends StoreContract {
    @Override
    public StateStore open() {
      return new AcmeStore(FirstLifetime::new);
    }

    @Override
    protected String kind() {
      return "acme";
    }
  }

  /** Each message is published twice. */
  static class MessagesArriveTwice extends StoreContract {
    @Override
    public StateStore open() {
      return new AcmeStore(UnaryOperator.identity()) {
        @Override
        public PubSubChannels signals() {
          return new Twice(super.signals());
        }
      };
    }

    @Override
    protected String kind() {
      return "acme";
    }
  }

  private record Twice(PubSubChannels channels) implements PubSubChannels {
    @Override
    public void publish(String channel, String message) {
      channels.publish(channel, message);
      channels.publish(channel, message);
    }

    @Override
    public Subscription subscribe(String channel, Consumer<String> listener) {
      return channels.subscribe(channel, listener);
    }
  }

  private record FirstLifetime(ExpiringSets sets) implements ExpiringSets {
    @Override
    public void add(String set, String member, Duration ttl) {
      if (!sets.overdue(set, Integer.MAX_VALUE).contains(member)) {
        sets.add(set, member, ttl);
      }
    }

    @Override
    public void remove(String set, String member) {
      sets.remove(set, member);
    }

    @Override
    public long count(String set) {
      return sets.count(set);
    }

    @Override
    public List<String> list(String set) {
      return sets.list(set);
    }

    @Override
    public List<String> overdue(String set, int max) {
      return sets.overdue(set, max);
    }

    @Override
    public List<String> earliest(String set, int max) {
      return sets.earliest(set, max);
    }
  }
}
