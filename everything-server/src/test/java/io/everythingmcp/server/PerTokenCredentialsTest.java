package io.everythingmcp.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.api.Tool;
import io.everythingmcp.api.event.ServerEvent;
import io.everythingmcp.everything.tools.EverythingTools;
import io.everythingmcp.server.assembly.ServerDefinition;
import io.everythingmcp.testing.UnexpectedResponseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens are identified in all messages, and errors in a definition are reported. */
class PerTokenCredentialsTest {
  private static final String A = "customer-aaaa0000000000";
  private static final String B = "customer-bbbb0000000000";

  private final PerTokenServer server = PerTokenServer.create().port(0);
  private final List<ServerEvent> seen = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    server.stop();
  }

  private static Tool tool(String name) {
    return EverythingTools.all().stream()
        .filter(tool -> tool.definition().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static ServerDefinition reader() {
    return ServerDefinition.of("Reader", "1.0.0").tools(tool("echo"));
  }

  private PerTokenEndpoint endpoint() {
    return new PerTokenEndpoint(server.getServerInfo().orElseThrow().url());
  }

  private <E extends ServerEvent> void watch(Class<E> kind) {
    server.on(kind, seen::add);
  }

  private <E extends ServerEvent> List<E> seen(Class<E> kind, int many) {
    await().until(() -> of(kind).size() >= many);
    assertThat(of(kind)).hasSize(many);
    return of(kind);
  }

  private <E extends ServerEvent> List<E> of(Class<E> kind) {
    return List.copyOf(seen).stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void tokensWithACommonPrefixAreDistinct() {
    server
        .addToken(A, PerTokenCredentialsTest::reader)
        .addToken(B, PerTokenCredentialsTest::reader)
        .addToken("the-third", "another-token-of-a-user", PerTokenCredentialsTest::reader);
    assertThat(server.getTokens())
        .containsExactly(PerTokenServer.nameOf(A), PerTokenServer.nameOf(B), "the-third")
        .doesNotHaveDuplicates();
    server.removeToken(B);
    assertThat(server.getTokens()).containsExactly("customer", "the-third");
  }

  @Test
  void everyEventOfATokenHasItsNameAndItsTenant() {
    watch(ServerEvent.TokenAdded.class);
    watch(ServerEvent.ServerRegistered.class);
    watch(ServerEvent.SessionCreated.class);
    watch(ServerEvent.ToolCalled.class);
    watch(ServerEvent.TokenUpdated.class);
    watch(ServerEvent.ServerUpdated.class);
    watch(ServerEvent.SessionEnded.class);
    watch(ServerEvent.TokenRemoved.class);
    watch(ServerEvent.ServerRemoved.class);
    server.addToken("first", A, PerTokenCredentialsTest::reader).start();
    server.addToken(B, PerTokenCredentialsTest::reader);
    for (String token : List.of(A, B)) {
      endpoint().connect(token).callTool("echo", Map.of("message", "x"));
      server.updateToken(token, PerTokenCredentialsTest::reader);
      server.removeToken(token);
    }
    List<String> names = List.of("first", PerTokenServer.nameOf(B));
    assertThat(seen(ServerEvent.TokenAdded.class, 2))
        .allMatch(event -> event.token().equals("customer"))
        .extracting(ServerEvent.TokenAdded::tokenName)
        .containsExactlyElementsOf(names);
    assertThat(seen(ServerEvent.ServerRegistered.class, 2))
        .extracting(ServerEvent.ServerRegistered::tokenName)
        .containsExactlyElementsOf(names);
    assertThat(seen(ServerEvent.SessionCreated.class, 2))
        .allMatch(event -> event.tenant().equals(event.tokenName()))
        .extracting(ServerEvent.SessionCreated::tokenName)
        .containsExactlyElementsOf(names);
    assertThat(seen(ServerEvent.ToolCalled.class, 2))
        .allMatch(event -> event.tenant().equals(event.tokenName()))
        .extracting(ServerEvent.ToolCalled::tokenName)
        .containsExactlyElementsOf(names);
    assertThat(seen(ServerEvent.TokenUpdated.class, 2))
        .extracting(ServerEvent.TokenUpdated::tokenName)
        .containsExactlyElementsOf(names);
    assertThat(seen(ServerEvent.ServerUpdated.class, 2))
        .extracting(ServerEvent.ServerUpdated::tokenName)
        .containsExactlyElementsOf(names);
    assertThat(seen(ServerEvent.SessionEnded.class, 2))
        .allMatch(event -> event.token().equals("customer"))
        .allMatch(event -> event.tenant().equals(event.tokenName()))
        .extracting(ServerEvent.SessionEnded::tokenName)
        .containsExactlyElementsOf(names);
    assertThat(seen(ServerEvent.TokenRemoved.class, 2))
        .extracting(ServerEvent.TokenRemoved::tokenName)
        .containsExactlyElementsOf(names);
    assertThat(seen(ServerEvent.ServerRemoved.class, 2))
        .allMatch(ServerEvent.ServerRemoved::hadActiveSessions)
        .extracting(ServerEvent.ServerRemoved::tokenName)
        .containsExactlyElementsOf(names);
  }

  @Test
  void nameIsUnique() {
    server.addToken("first", A, PerTokenCredentialsTest::reader);
    assertThatThrownBy(() -> server.addToken("first", B, PerTokenCredentialsTest::reader))
        .hasMessageContaining("first");
    for (String wrong : List.of("", "UPPER", "a b", "-x", "x".repeat(64))) {
      assertThatThrownBy(() -> server.addToken(wrong, B, PerTokenCredentialsTest::reader))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(server.hasToken(B)).isFalse();
  }

  @Test
  void secondStartRepeatsNoEvents() {
    watch(ServerEvent.TokenAdded.class);
    watch(ServerEvent.Started.class);
    server.addToken(A, PerTokenCredentialsTest::reader).start();
    server.stop();
    server.addToken(B, PerTokenCredentialsTest::reader);
    PerTokenServer.StartedServer info = server.start();
    assertThat(seen(ServerEvent.Started.class, 2).get(1).url()).isEqualTo(info.url());
    assertThat(seen(ServerEvent.TokenAdded.class, 2))
        .extracting(ServerEvent.TokenAdded::tokenName)
        .containsExactly(PerTokenServer.nameOf(A), PerTokenServer.nameOf(B));
    assertThat(endpoint().serverFor(A)).isEqualTo("Reader 1.0.0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"throws", "null", "twice"})
  void invalidDefinitionIsOneEventAndAnError(String how) {
    watch(ServerEvent.TransportError.class);
    server.addToken("first", A, wrong(how)).start();
    UnexpectedResponseException rejection = endpoint().rejection(A);
    assertThat(rejection.status()).isEqualTo(500);
    assertThat(rejection.response())
        .contains("\"jsonrpc\"", "-32603")
        .doesNotContain("secret", "at io");
    ServerEvent.TransportError error = seen(ServerEvent.TransportError.class, 1).get(0);
    assertThat(error.tenant()).isEqualTo("first");
    assertThat(error.tokenName()).isEqualTo("first");
    server.updateToken(A, PerTokenCredentialsTest::reader);
    assertThat(endpoint().serverFor(A)).isEqualTo("Reader 1.0.0");
    assertThatThrownBy(() -> server.updateToken(A, wrong(how)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(endpoint().serverFor(A)).as("the previous one remains").isEqualTo("Reader 1.0.0");
  }

  private static Supplier<ServerDefinition> wrong(String how) {
    return () ->
        switch (how) {
          case "throws" -> throw new IllegalStateException("secret");
          case "null" -> null;
          default -> reader().tools(tool("echo"));
        };
  }
}
