package io.everythingmcp.server.transport.stdio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.protocol.EnabledEras;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses on stdio, and messages without one. */
class StdioTransportTest {
  /** Each of these requests has a response, so earlier messages must have been processed. */
  private static final String MARK = "{'jsonrpc':'2.0','id':'mark'}";

  private static final List<String> QUIET =
      List.of(
          "{'jsonrpc':'2.0','method':'notifications/initialized','params':null}",
          "{'jsonrpc':'2.0','method':'notifications/initialized','params':[]}",
          "{'jsonrpc':'2.0','method':'notifications/initialized','params':'x'}",
          "{'jsonrpc':'2.0','method':'notifications/unknown/method'}",
          "{'jsonrpc':'2.0','method':7}",
          "{'jsonrpc':'1.0','method':'notifications/initialized'}",
          "{'method':'ping'}",
          "{'jsonrpc':'2.0','method':'tools/list'}",
          "{'jsonrpc':'2.0','method':'initialize','params':{}}",
          "{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':1e999}}",
          "{'jsonrpc':'2.0','method':'notifications/x','params':{'a':'\\ud83d'}}",
          "{'jsonrpc':'2.0','id':5,'result':{}}",
          "{'jsonrpc':'2.0','id':5,'result':null}",
          "{'jsonrpc':'2.0','id':5,'result':[]}",
          "{'jsonrpc':'2.0','id':5,'error':null}",
          "{'jsonrpc':'2.0','id':5,'error':{}}",
          "{'jsonrpc':'2.0','id':5,'result':{},'error':{'code':1,'message':'m'}}",
          "{'jsonrpc':'2.0','id':5,'method':'ping','result':{}}",
          "{'jsonrpc':'1.0','id':5,'result':{}}",
          "{'id':5,'result':{}}",
          "{'jsonrpc':'2.0','id':1.5,'result':{}}",
          "{'jsonrpc':'2.0','id':null,'result':{}}",
          "{'jsonrpc':'2.0','id':null,'error':{'code':-32700,'message':'Parse error'}}",
          "{'jsonrpc':'2.0','error':{'code':-32700,'message':'Parse error'}}",
          "[{'jsonrpc':'2.0','method':'notifications/x'},{'jsonrpc':'2.0','id':5,'result':null}]");

  static Stream<Arguments> erasAndMoments() {
    return Stream.of(EnabledEras.values())
        .flatMap(eras -> Stream.of("first", "begun", "stopping").map(m -> Arguments.of(eras, m)));
  }

  @ParameterizedTest
  @MethodSource("erasAndMoments")
  void notificationsAndResponsesHaveNoResponse(EnabledEras eras, String moment) {
    try (LineClient client = new LineClient(eras)) {
      if (!moment.equals("first") && eras.stateful()) {
        client.initialize("2025-03-26");
      }
      if (moment.equals("stopping")) {
        client.server().drain();
      }
      for (String quiet : QUIET) {
        client.send(quiet);
        client.send(MARK);
        assertThat(client.next().path("id").asText()).as(quiet).isEqualTo("mark");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{", "[]", "7", "{'jsonrpc':'2.0','id':null,'method':'ping'}", "{'a':'\\ud83d'}"})
  void unreadableRequestHasAResponseWithoutId(String line) {
    try (LineClient client = new LineClient(EnabledEras.BOTH)) {
      client.send(line);
      JsonNode answer = client.next();
      assertThat(answer.has("error")).isTrue();
      assertThat(answer.has("id")).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "STATELESS")
  void pingIsAllowedBeforeAndAfterInitialize(EnabledEras eras) {
    String ping = "{'jsonrpc':'2.0','id':'p','method':'ping'}";
    try (LineClient client = new LineClient(eras)) {
      client.send(ping);
      assertThat(client.next()).hasToString("{\"jsonrpc\":\"2.0\",\"id\":\"p\",\"result\":{}}");
      client.send("{'jsonrpc':'2.0','id':1,'method':'tools/list'}");
      assertThat(client.next().at("/error/message").asText()).contains("initialize");
      client.send(
          "{'jsonrpc':'2.0','id':'i','method':'initialize','params':{'protocolVersion':"
              + "'2025-06-18','capabilities':{},'clientInfo':{'name':'t','version':'1'}}}");
      assertThat(client.next().has("result")).isTrue();
      client.send(ping);
      assertThat(client.next().path("result").isObject()).isTrue();
    }
  }

  @Test
  void batchHasOneArray() {
    try (LineClient client = new LineClient(EnabledEras.BOTH)) {
      client.initialize("2025-03-26");
      client.send(
          "[{'jsonrpc':'2.0','id':1,'method':'ping'},"
              + "{'jsonrpc':'2.0','method':'notifications/progress','params':[]},"
              + "{'jsonrpc':'2.0','id':5,'result':null},"
              + "{'jsonrpc':'2.0','id':2,'method':'no/such'},7]");
      JsonNode answers = client.next();
      assertThat(answers.isArray()).isTrue();
      assertThat(answers.findValuesAsText("id")).containsExactlyInAnyOrder("1", "2");
      assertThat(answers).hasSize(3);
    }
  }

  @Test
  void batchWaitsForInputRequests() {
    try (LineClient client = new LineClient(EnabledEras.BOTH)) {
      client.initialize("2025-03-26");
      client.send(
          "[{'jsonrpc':'2.0','id':1,'method':'ping'},{'jsonrpc':'2.0','id':2,'method':"
              + "'tools/call','params':{'name':'sampleLLM','arguments':{'prompt':'hi'}}}]");
      JsonNode inputRequest = client.next();
      assertThat(inputRequest.path("method").asText()).isEqualTo("sampling/createMessage");
      client.send(
          "{'jsonrpc':'2.0','id':"
              + inputRequest.get("id")
              + ",'result':{'role':'assistant','model':'m','content':{'type':'text','text':'x'}}}");
      JsonNode answers = client.next();
      assertThat(answers.isArray()).isTrue();
      assertThat(answers.findValuesAsText("id")).containsExactlyInAnyOrder("1", "2");
    }
  }

  @Test
  void batchOmitsCancelledRequests() {
    try (LineClient client = new LineClient(EnabledEras.BOTH)) {
      client.initialize("2025-03-26");
      client.send(
          "[{'jsonrpc':'2.0','id':1,'method':'ping'},{'jsonrpc':'2.0','id':2,'method':"
              + "'tools/call','params':{'name':'sampleLLM','arguments':{'prompt':'hi'}}}]");
      assertThat(client.next().path("method").asText()).isEqualTo("sampling/createMessage");
      client.send("{'jsonrpc':'2.0','method':'notifications/cancelled','params':{'requestId':2}}");
      assertThat(client.next().path("method").asText()).isEqualTo("notifications/cancelled");
      assertThat(client.next()).hasSize(1);
    }
  }
}
