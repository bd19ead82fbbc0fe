package io.everythingmcp.server.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Log levels of clients cannot make libraries that process messages log credentials. */
class LibraryLogLevelsTest {
  private final LoggerContext context = new LoggerContext();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.eclipse.jetty",
        "org.eclipse.jetty.http.HttpParser",
        "jdk.httpclient.HttpClient",
        "org.glassfish.jersey.message",
        "redis.clients.jedis.Connection"
      })
  void levelBelowInfoIsReset(String name) {
    context.getLogger("org.eclipse.jetty.io").setLevel(Level.DEBUG);
    HttpDebugLogSuppressor.install(context);
    context.getLogger(name).setLevel(Level.DEBUG);
    assertThat(context.getLogger(name).isDebugEnabled()).isFalse();
    context.getLogger(name).setLevel(Level.TRACE);
    context.getLogger("ROOT").setLevel(Level.TRACE);
    context.getLogger("org.eclipse").setLevel(Level.TRACE);
    assertThat(context.getLogger(name).isDebugEnabled()).isFalse();
    assertThat(context.getLogger(name).isInfoEnabled()).isTrue();
    assertThat(context.getLogger("org.eclipse.jetty.io").isDebugEnabled()).isFalse();
  }

  @Test
  void otherLevelsAreKept() {
    HttpDebugLogSuppressor.install(context);
    HttpDebugLogSuppressor.install(context);
    context.getLogger("io.everythingmcp").setLevel(Level.DEBUG);
    context.getLogger("org.eclipse.jetty").setLevel(Level.ERROR);
    assertThat(context.getLogger("io.everythingmcp.server").isDebugEnabled()).isTrue();
    assertThat(context.getLogger("org.eclipse.jetty").isWarnEnabled()).isFalse();
    assertThat(context.getCopyOfListenerList()).hasSize(1);
  }
}
