package io.everythingmcp.server.observation.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.WireJson;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Secrets are redacted in each line. */
class LogRedactionTest {
  private static final String SECRET = "s3cr3t-s3cr3t-s3cr3t";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer %",
        "authorization: bearer %",
        "Basic %==",
        "DPoP %",
        "GET /x?access_token=%&x=1",
        "token=%",
        "\"refresh_token\":\"%\"",
        "{\\\"id_token\\\":\\\"%\\\"}",
        "client_secret=%, next",
        "grant_type=authorization_code&code=%&redirect_uri=x",
        "state=%",
        "code_verifier=%",
        "client_assertion=%",
        "X-API-Key: %",
        "apiKeys=%",
        "password: '%'",
        "redis://user:%@redis:6379",
        "rediss://:%@redis",
        "Set-Cookie: __Host-x=%",
        "csrf=%",
        "JWT_SECRET=%",
        "registration_access_token = %",
        "requestState: \"%\""
      })
  void secretIsRedacted(String line) {
    String clean = LogRedaction.of("before " + line.replace("%", SECRET) + " after");
    assertThat(clean).doesNotContain("s3cr3t").contains("[redacted]").startsWith("before ");
  }

  @Test
  void jwtAndPrivateKeyAreRedactedWithoutAName() {
    String jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.c2lnbmF0dXJl";
    assertThat(LogRedaction.of("got " + jwt + ", too long")).isEqualTo("got [redacted], too long");
    String key = "-----BEGIN PRIVATE KEY-----\nMIIabc\n-----END PRIVATE KEY-----";
    assertThat(LogRedaction.of(key)).isEqualTo("[redacted]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "refused reason=\"wrong management token\" path=/management/stats address=127.0.0.1",
        "error code: -32602",
        "The state of the session is fine",
        "code=200 status=ok",
        "tokenAdded token count 5",
        "state=open",
        "http://localhost:3232/mcp",
        "A request was refused: The shared store cannot be reached"
      })
  void otherTextIsKept(String line) {
    assertThat(LogRedaction.of(line)).isEqualTo(line);
  }

  @ParameterizedTest
  @EnumSource(RedactingLayoutFactory.Format.class)
  void eachFormatAndExceptionsAreRedacted(RedactingLayoutFactory.Format format) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    RedactingLayoutFactory factory = new RedactingLayoutFactory();
    factory.setFormat(format);
    LayoutBase<ILoggingEvent> layout = factory.build(context, TimeZone.getTimeZone("UTC"));
    layout.start();
    LoggingEvent event =
        new LoggingEvent(
            "x",
            context.getLogger("test"),
            Level.ERROR,
            "It said {\"access_token\":\"" + SECRET + "\"}",
            new IllegalStateException("Bearer " + SECRET),
            null);
    String line = layout.doLayout(event);
    assertThat(line).doesNotContain("s3cr3t").contains("[redacted]", "IllegalStateException");
    if (format == RedactingLayoutFactory.Format.JSON) {
      JsonNode json = WireJson.read(line, JsonNode.class);
      assertThat(json.path("level").asText()).isEqualTo("ERROR");
      assertThat(json.path("message").asText()).startsWith("It said ");
    }
  }

  @Test
  void longLineIsRedactedQuickly() {
    String line = "code=\"".repeat(20_000) + "a".repeat(100_000);
    long begun = System.nanoTime();
    LogRedaction.of(line);
    assertThat(System.nanoTime() - begun).isLessThan(3_000_000_000L);
  }
}
