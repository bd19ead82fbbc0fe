package io.everythingmcp.server.observation.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.WireJson;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a message in the traffic log. */
class TrafficRedactionTest {
  private static final int LIMIT = 2_000;

  private static JsonNode json(String text) {
    return WireJson.read(text.replace('\'', '"'), JsonNode.class);
  }

  private static String logged(String text) {
    return new TrafficRedaction(LIMIT).text(json(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'params':{'arguments':{'password':'hidden horse'}}}",
        "{'params':{'arguments':{'API-Key':'hidden'}}}",
        "{'params':{'arguments':{'client_secret':'hidden'}}}",
        "{'params':{'arguments':{'pin':1234567}}}",
        "{'params':{'arguments':{'accessTokens':['hidden','hidden too']}}}",
        "{'params':{'requestState':'hidden'}}",
        "{'result':{'requestState':'hidden','resultType':'input_required'}}",
        "{'params':{'inputResponses':{'password':{'action':'accept','content':{'value':'hidden'}}}}}",
        "{'params':{'inputResponses':{'form':{'action':'accept','content':{'passphrase':'hidden"
            + " words'}}}}}",
        "{'result':{'action':'accept','content':{'credential':{'a':'hidden'}}}}",
        "{'params':{'_meta':{'com.example/authorization':'Basic hidden'}}}",
        "{'params':{'headers':{'Set-Cookie':'a=hidden; Path=/'}}}",
        "{'result':{'content':[{'type':'text','text':'Authorization: Bearer hiddenhidden'}]}}",
        "{'result':{'content':[{'type':'text','text':'{\\'token\\':\\'hidden\\'}'}]}}",
        "{'params':{'url':'https://a:hidden@example.com/'}}",
        "{'properties':{'token':'hidden'}}"
      })
  void valuesOfCredentialsAreRemoved(String message) {
    assertThat(logged(message))
        .doesNotContain("hidden", "1234567")
        .contains("[redacted]")
        .satisfies(line -> assertThat(WireJson.read(line, JsonNode.class)).isNotNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'params':{'_meta':{'progressToken':'kept'}}}",
        "{'params':{'maxTokens':4711}}",
        "{'error':{'code':-32602,'message':'kept'}}",
        "{'params':{'arguments':{'pinned':'kept','keyboard':'kept','cursor':'kept'}}}",
        "{'result':{'inputSchema':{'properties':{'password':{'type':'string','title':'kept'}}}}}",
        "{'params':{'arguments':{'token':null,'hasPassword':true}}}"
      })
  void otherValuesAreKept(String message) {
    assertThat(json(logged(message))).isEqualTo(json(message));
  }

  @Test
  void aMessageOfAMegabyteIsTruncatedWithANote() {
    String line = logged("{'text':'" + "x".repeat(1 << 20) + "'}");
    assertThat(line).startsWith("{\"text\":\"xxx").hasSizeLessThan(LIMIT + 100);
    assertThat(line).endsWith("... (" + ((1 << 20) + 11) + " characters in all)");
  }

  @Test
  void aCredentialAtTheLimitIsRemovedWhole() {
    String token = "eyJ" + "a".repeat(60) + "." + "b".repeat(3_000) + "." + "c".repeat(60);
    for (int before = LIMIT - 120; before < LIMIT; before += 7) {
      assertThat(logged("{'text':'" + "x ".repeat(before / 2) + token + "'}"))
          .doesNotContain("eyJ", "aaa", "bbb", "ccc");
    }
  }

  @Test
  void aTextStaysOnOneLine() {
    String odd = "a\nb\rc\td\u2028e\u2029f\u0085g\u001b[31mh\u202ei\u0000j";
    assertThat(TrafficRedaction.clean(odd)).isEqualTo("a?b?c?d?e?f?g?[31mh?i?j");
    String line = logged(WireJson.object().put("text", odd).toString());
    assertThat(Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\u202e]").matcher(line).find()).isFalse();
  }
}
