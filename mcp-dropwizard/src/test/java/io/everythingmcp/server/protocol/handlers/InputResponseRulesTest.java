package io.everythingmcp.server.protocol.handlers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.wire.ProtocolRevision;
import io.everythingmcp.server.wire.WireJson;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Validation of input responses, in every revision. */
class InputResponseRulesTest {
  private static final String ELICIT = "elicitation/create";
  private static final String SAMPLE = "sampling/createMessage";
  private static final String ROOTS = "roots/list";

  private final InputResponseRules rules = new InputResponseRules();

  private static JsonNode json(String text) {
    return WireJson.read(text.replace('\'', '"'), JsonNode.class);
  }

  private Optional<String> malformed(String method, String answer, ProtocolRevision revision) {
    return rules.malformed(new ExpectedInputResponse(method, null), json(answer), revision);
  }

  private void refused(String method, String answer) {
    for (ProtocolRevision revision : ProtocolRevision.values()) {
      assertThat(malformed(method, answer, revision)).as(revision + answer).isPresent();
    }
  }

  private void assertValid(String method, String answer) {
    for (ProtocolRevision revision : ProtocolRevision.values()) {
      assertThat(malformed(method, answer, revision)).as(revision + answer).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "null",
        "[]",
        "'accept'",
        "{'action':null}",
        "{'action':1}",
        "{'action':'Accept'}",
        "{'action':'maybe'}",
        "{'action':['accept']}",
        "{'action':'accept','content':[]}",
        "{'action':'accept','content':'text'}",
        "{'action':'accept','content':{'a':{}}}",
        "{'action':'accept','content':{'a':[1]}}",
        "{'action':'accept','_meta':7}"
      })
  void invalidElicitResult(String answer) {
    refused(ELICIT, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'action':'cancel'}",
        "{'action':'decline','content':null,'_meta':null}",
        "{'action':'accept','content':{'a':'x','b':1.5,'c':true,'d':['x']},'_meta':{}}"
      })
  void validElicitResult(String answer) {
    assertValid(ELICIT, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'role':'assistant','model':'m'}",
        "{'role':'assistant','model':'m','content':null}",
        "{'role':'assistant','model':'m','content':'hi'}",
        "{'role':'assistant','model':'m','content':{}}",
        "{'role':'assistant','model':'m','content':{'type':'text'}}",
        "{'role':'assistant','model':'m','content':{'type':'text','text':null}}",
        "{'role':'assistant','model':'m','content':{'type':'text','text':7}}",
        "{'role':'assistant','model':'m','content':{'type':'image','data':'AA=='}}",
        "{'role':'assistant','model':'m','content':{'type':'film','text':'x'}}",
        "{'role':'assistant','model':'m','content':['hi']}",
        "{'role':'assistant','model':'m','content':{'type':'tool_use','id':'1','name':'n'}}",
        "{'role':'assistant','content':{'type':'text','text':'x'}}",
        "{'role':'assistant','model':null,'content':{'type':'text','text':'x'}}",
        "{'role':'assistant','model':{},'content':{'type':'text','text':'x'}}",
        "{'model':'m','content':{'type':'text','text':'x'}}",
        "{'role':null,'model':'m','content':{'type':'text','text':'x'}}",
        "{'role':'system','model':'m','content':{'type':'text','text':'x'}}",
        "{'role':'assistant','model':'m','stopReason':1,'content':{'type':'text','text':'x'}}"
      })
  void invalidCreateMessageResult(String answer) {
    refused(SAMPLE, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'role':'assistant','model':'m','content':{'type':'text','text':''}}",
        "{'role':'user','model':'m','stopReason':null,'content':{'type':'image','data':'AA==',"
            + "'mimeType':'image/png'}}"
      })
  void validCreateMessageResult(String answer) {
    assertValid(SAMPLE, answer);
  }

  @ParameterizedTest
  @CsvSource({
    "V2024_11_05, false",
    "V2025_03_26, false",
    "V2025_06_18, false",
    "V2025_11_25, true",
    "V2026_07_28, true"
  })
  void severalContentBlocksDependOnTheRevision(ProtocolRevision revision, boolean known) {
    String several = "{'role':'assistant','model':'m','content':[{'type':'text','text':'x'}]}";
    assertThat(malformed(SAMPLE, several, revision).isEmpty()).isEqualTo(known);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'roots':null}",
        "{'roots':{}}",
        "{'roots':'file:///a'}",
        "{'roots':['file:///a']}",
        "{'roots':[null]}",
        "{'roots':[{}]}",
        "{'roots':[{'uri':null}]}",
        "{'roots':[{'uri':7}]}",
        "{'roots':[{'uri':'no uri'}]}",
        "{'roots':[{'uri':'file:///a','name':7}]}",
        "{'roots':[{'uri':'file:///a'},{'name':'b'}]}"
      })
  void invalidListRootsResult(String answer) {
    refused(ROOTS, answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'roots':[]}",
        "{'roots':[{'uri':'file:///a'}]}",
        "{'roots':[{'uri':'file:///a','name':null}]}"
      })
  void validListRootsResult(String answer) {
    assertValid(ROOTS, answer);
  }

  @ParameterizedTest
  @CsvSource({
    "email, a@b.example, nope",
    "email, a.b+c@localhost, a@",
    "email, a@192-0-2-1.internal.test, a b@c.example",
    "email, o'neil@b.example, a@@b.example",
    "email, \u00fc@\u00fc.example, a@-b.example",
    "uri, https://a.example/b, nope",
    "uri, urn:a:b, /relative",
    "date, 2026-02-28, 2026-02-30",
    "date, 2026-02-28, 28.2.2026",
    "date-time, 2026-02-28T10:00:00Z, 2026-02-28",
    "date-time, 2026-02-28T10:00:00+01:00, 2026-02-28T25:00:00Z"
  })
  void formFormatsAreValidated(String format, String right, String wrong) {
    Map<String, Object> form =
        Map.of(
            "type",
            "object",
            "properties",
            Map.of("a", Map.of("type", "string", "format", format)));
    ExpectedInputResponse expected = new ExpectedInputResponse(ELICIT, form);
    String answer = "{'action':'accept','content':{'a':'%s'}}";
    assertThat(rules.unfit(expected, json(answer.formatted(right.replace("'", "\\u0027")))))
        .isEmpty();
    assertThat(rules.unfit(expected, json(answer.formatted(wrong)))).isPresent();
    assertThat(rules.unfit(expected, json("{'action':'decline','content':{'a':'x'}}"))).isEmpty();
  }
}
