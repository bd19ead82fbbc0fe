package io.everythingmcp.conformance.http;

import static io.everythingmcp.conformance.http.ErrorCase.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.everythingmcp.conformance.harness.JsonRpcMessages;
import io.everythingmcp.conformance.harness.McpSession;
import io.everythingmcp.conformance.harness.RawRequest;
import io.everythingmcp.conformance.harness.RawResponse;
import io.everythingmcp.conformance.harness.SharedServer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes and escapes of a message: valid characters, and rejected ones. */
class CharacterEncodingIT {
  private static final String LATEST = "2025-11-25";
  private static final int PARSE_ERROR = -32700;

  @RegisterExtension static final SharedServer SERVER = SharedServer.with("FIXTURES", "true");

  private McpSession session;

  @BeforeEach
  void openSession() {
    session = McpSession.open(SERVER.client(), LATEST);
  }

  private static RawRequest body(McpSession session, String body) {
    return session.post(body.replace('\'', '"'));
  }

  private static RawRequest pingIn(McpSession session, Charset charset) {
    return session.post("").body(JsonRpcMessages.request(1, "ping").toString().getBytes(charset));
  }

  static Stream<ErrorCase> otherEncodings() {
    return Stream.of(
        refused(
            400,
            PARSE_ERROR,
            "bytes that are no UTF-8",
            s ->
                s.post("")
                    .body(
                        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"p\u00e9ng\"}"
                            .getBytes(StandardCharsets.ISO_8859_1))),
        refused(400, PARSE_ERROR, "UTF-16", s -> pingIn(s, StandardCharsets.UTF_16BE)),
        refused(
            400,
            PARSE_ERROR,
            "UTF-16 with a charset parameter",
            s -> pingIn(s, StandardCharsets.UTF_16)),
        refused(400, PARSE_ERROR, "UTF-16, little end", s -> pingIn(s, StandardCharsets.UTF_16LE)),
        refused(400, PARSE_ERROR, "UTF-32", s -> pingIn(s, Charset.forName("UTF-32BE"))),
        refused(
            400, PARSE_ERROR, "UTF-32, little end", s -> pingIn(s, Charset.forName("UTF-32LE"))));
  }

  @ParameterizedTest
  @MethodSource("otherEncodings")
  void isRejected(ErrorCase row) {
    row.check(session);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "\\ud83d\\ude00"})
  void utf8ByteOrderMarkIsIgnored(String name) {
    String body = "\ufeff{'jsonrpc':'2.0','id':1,'method':'ping','params':{'" + name + "':1}}";
    assertThat(body(session, body).send().status()).isEqualTo(200);
  }

  /** Sends a ping with bytes, in hexadecimal, within a name or a value. */
  private RawResponse pingWith(String place, String bytes) {
    String body =
        "{'jsonrpc':'2.0','id':1,'method':'ping','params':{'a%s':'b%s'}}"
            .formatted(place.equals("name") ? "~" : "", place.equals("value") ? "~" : "")
            .replace('\'', '"');
    byte[] raw = HexFormat.of().parseHex(bytes);
    // Latin-1 preserves each byte.
    String latin = body.replace("~", new String(raw, StandardCharsets.ISO_8859_1));
    return session.post("").body(latin.getBytes(StandardCharsets.ISO_8859_1)).send();
  }

  @ParameterizedTest(name = "{0}: {1}, {2}")
  @CsvSource({
    "name, c0af, a slash in two bytes",
    "value, c0af, a slash in two bytes",
    "name, c1bf, a letter in two bytes",
    "value, e08080, a zero in three bytes",
    "name, eda080, half a surrogate pair",
    "value, eda080, half a surrogate pair",
    "name, eda0bdedb880, a surrogate pair",
    "value, eda0bdedb880, a surrogate pair",
    "name, f08282ac, three bytes in four",
    "value, f4908080, beyond the last character",
    "name, c3, a character without its end",
    "value, e282, a character without its end",
    "value, 80, an end without its character",
    "value, ff, no byte of UTF-8"
  })
  void invalidUtf8IsRejected(String place, String bytes, String name) {
    ErrorResponse.check(pingWith(place, bytes), 400, PARSE_ERROR);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "name, c380",
    "value, dfbf",
    "name, e0a080",
    "value, ed9fbf",
    "value, ee8080",
    "name, efbfbf",
    "value, f0908080",
    "name, f48fbfbf"
  })
  void firstAndLastUtf8CharactersAreAccepted(String place, String bytes) {
    assertThat(pingWith(place, bytes).status()).isEqualTo(200);
  }

  @Test
  void characterMaySpanBuffers() {
    for (int length = 4_000; length < 4_200; length++) {
      RawRequest request =
          session.post(
              JsonRpcMessages.call(
                  1, "echo", "{'message':'" + "x".repeat(length) + "\ud83d\ude00'}"));
      assertThat(request.send().json().at("/result/content/0/text").textValue())
          .endsWith("x\ud83d\ude00");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'jsonrpc':'2.0','id':'~','method':'ping'}",
        "{'jsonrpc':'2.0','id':1,'method':'~'}",
        "{'jsonrpc':'2.0','id':1,'method':'ping','params':{'~':1}}",
        "{'jsonrpc':'2.0','id':1,'method':'ping','params':{'_meta':{'progressToken':'~'}}}",
        "{'jsonrpc':'2.0','id':1,'method':'tools/call','params':{'name':'echo','arguments':"
            + "{'message':['~']}}}",
        "[{'jsonrpc':'2.0','id':1,'method':'~'}]"
      })
  void unpairedEscapedSurrogateIsRejected(String body) {
    for (String half : List.of("\\ud83d", "\\uDE00", "\\ude00\\ud83d", "a\\uD83Db")) {
      ErrorResponse.check(body(session, body.replace("~", half)).send(), 400, PARSE_ERROR);
    }
    RawResponse whole = body(session, body.replace("~", "\\ud83d\\uDE00")).send();
    assertThat(whole.text()).doesNotContain("-32700");
  }
}
