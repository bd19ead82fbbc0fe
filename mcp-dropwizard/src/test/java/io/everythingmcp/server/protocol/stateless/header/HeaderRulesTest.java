package io.everythingmcp.server.protocol.stateless.header;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.api.FeatureVisibility;
import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.Tool;
import io.everythingmcp.api.event.ServerEventBus;
import io.everythingmcp.server.catalog.CurrentCatalog;
import io.everythingmcp.server.change.ChangeBus;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.protocol.handlers.McpMethodTable;
import io.everythingmcp.server.protocol.handlers.PageSizes;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.store.memory.MemoryStore;
import io.everythingmcp.server.wire.RpcError;
import io.everythingmcp.server.wire.RpcMessage;
import io.everythingmcp.server.wire.WireJson;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderRulesTest {
  private static final String SCHEMA =
      """
      {"type":"object","properties":{
        "region":{"type":"string","x-mcp-header":"Region"},
        "level":{"type":"integer","x-mcp-header":"Level"},
        "loud":{"type":"boolean","x-mcp-header":"Loud"},
        "where":{"type":"object","properties":{"city":{"type":"string","x-mcp-header":"City"}}},
        "plain":{"type":"string"}}}\
      """;

  private final MemoryStore store = new MemoryStore();
  private final McpMethodTable methods =
      new McpMethodTable(
          new CurrentCatalog(
              new FeatureCatalog(
                  List.of(
                      new Annotated("annotated", FeatureVisibility.EVERYONE),
                      new Annotated("hidden", viewer -> false)),
                  List.of(),
                  List.of(),
                  List.of()),
              List.of(),
              store,
              new ChangeBus(store)),
          PageSizes.of(10),
          new ServerEventBus(Runnable::run),
          false);

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest(name = "{0} with Mcp-Method {1}: {2}")
  @CsvSource({
    "tools/list, tools/list, true",
    "tools/list, '  tools/list\t', true",
    "tools/list, TOOLS/LIST, false",
    "tools/list, tools/call, false",
    "tools/list, '', false",
    "tools/list, =?base64?dG9vbHMvbGlzdA==?=, false",
    "tools/list, , false",
    "no/such, no/such, true",
  })
  void methodHeaderMustMatchTheBody(String method, String header, boolean right) {
    assertThat(check(method, "{}", header == null ? List.of() : List.of("Mcp-Method", header)))
        .matches(error -> error.isEmpty() == right);
  }

  @ParameterizedTest(name = "{0} {1} with Mcp-Name {2}: {3}")
  @CsvSource(
      delimiter = ';',
      value = {
        "tools/call; {\"name\":\"x\"}; x; true",
        "tools/call; {\"name\":\"x\"}; X; false",
        "tools/call; {\"name\":\"x\"}; ; false",
        "tools/call; {\"name\":\"x y\"}; =?base64?eCB5?=; true",
        "tools/call; {\"name\":\"x y\"}; =?BASE64?eCB5?=; false",
        "tools/call; {\"name\":\"grün\"}; =?base64?Z3LDvG4=?=; true",
        "tools/call; {\"name\":\"grün\"}; grün; false",
        "tools/call; {\"name\":\"grün\"}; =?base64?Z3LDvG4?=; false",
        "tools/call; {\"name\":\"grün\"}; =?base64?Z3L8bg==?=; false",
        "tools/call; {}; x; false",
        "tools/call; {}; ; true",
        "tools/call; {\"name\":5}; ; true",
        "prompts/get; {\"name\":\"x\"}; ; false",
        "prompts/get; {\"name\":\"x\"}; x; true",
        "resources/read; {\"uri\":\"a://b\"}; a://b; true",
        "resources/read; {\"uri\":\"a://b\"}; a://c; false",
        "resources/read; {\"uri\":\"a://b\"}; ; false",
        "tasks/get; {\"taskId\":\"t1\"}; t1; true",
        "tasks/get; {\"taskId\":\"t1\"}; t2; false",
        "tasks/cancel; {\"taskId\":\"t1\"}; ; false",
        "tools/list; {}; anything; true",
      })
  void nameHeaderMustMatchTheBody(String method, String params, String header, boolean right) {
    List<String> headers = new ArrayList<>(List.of("Mcp-Method", method));
    if (header != null) {
      headers.addAll(List.of("Mcp-Name", header));
    }
    assertThat(check(method, params, headers)).matches(error -> error.isEmpty() == right);
  }

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"region\":\"us\"}; Region=us; true",
        "{\"region\":\"us\"}; region=us; true",
        "{\"region\":\"us\"}; Region=US; false",
        "{\"region\":\"us\"}; ; false",
        "{}; Region=us; false",
        "{\"region\":null}; ; true",
        "{\"region\":null}; Region=null; false",
        "{\"region\":\"Hello\"}; Region==?base64?SGVsbG8=?=; true",
        "{\"region\":\"Hello\"}; Region==?base64?SGVsbG8?=; false",
        "{\"region\":\"Hello\"}; Region==?base64?SGVs!!!bG8=?=; false",
        "{\"region\":\"SGVsbG8=\"}; Region=SGVsbG8=; true",
        "{\"region\":\"=?base64?SGVsbG8=\"}; Region==?base64?SGVsbG8=; true",
        "{\"region\":\"\"}; Region==?base64??=; true",
        "{\"region\":\"\"}; Region=; true",
        "{\"region\":\"=?base64?=\"}; Region==?base64?=; true",
        "{\"level\":42}; Level=42; true",
        "{\"level\":42}; Level=42.0; true",
        "{\"level\":42.0}; Level=42; true",
        "{\"level\":42}; Level=42.5; false",
        "{\"level\":42}; Level=4e1; false",
        "{\"level\":42}; Level=x; false",
        "{\"level\":-1}; Level=-1; true",
        "{\"level\":9007199254740991}; Level=9007199254740991; true",
        "{\"level\":9007199254740991}; Level=9007199254740990; false",
        "{\"loud\":true}; Loud=true; true",
        "{\"loud\":true}; Loud=TRUE; false",
        "{\"loud\":false}; Loud=false; true",
        "{\"where\":{\"city\":\"Ulm\"}}; City=Ulm; true",
        "{\"where\":{\"city\":\"Ulm\"}}; City=Bonn; false",
        "{\"where\":{\"city\":\"Ulm\"}}; ; false",
        "{\"where\":{}}; ; true",
        "{\"plain\":\"x\"}; ; true",
        "{}; Other=anything; true",
        "{\"region\":\"us\",\"level\":1}; Region=us,Level=1; true",
        "{\"region\":\"us\",\"level\":1}; Region=us; false",
      })
  void annotatedArgumentsAreCompared(String arguments, String headers, boolean right) {
    List<String> sent = new ArrayList<>();
    if (headers != null) {
      for (String header : headers.split(",", -1)) {
        int end = header.indexOf('=');
        sent.addAll(List.of("Mcp-Param-" + header.substring(0, end), header.substring(end + 1)));
      }
    }
    assertThat(arguments(arguments, sent)).matches(error -> error.isEmpty() == right);
  }

  @Test
  void errorNamesHeaderAndArgument() {
    Optional<RpcError> name =
        check(
            "tools/call",
            "{\"name\":\"bar\"}",
            List.of("Mcp-Method", "tools/call", "Mcp-Name", "foo"));
    assertThat(name)
        .contains(
            RpcError.headerMismatch("Mcp-Name header value 'foo' does not match body value 'bar'"));
    assertThat(name.orElseThrow().code()).isEqualTo(-32020);
    assertThat(arguments("{\"where\":{\"city\":\"Ulm\"}}", List.of()).orElseThrow().message())
        .isEqualTo(
            "Header mismatch: Mcp-Param-City header is missing, but the body has the argument"
                + " where.city");
    assertThat(
            arguments("{\"region\":\"Ä\"}", List.of("Mcp-Param-Region", "Ä"))
                .orElseThrow()
                .message())
        .contains("neither printable ASCII nor encoded");
  }

  @Test
  void repeatedHeaderMustHaveEqualValues() {
    assertThat(
            arguments(
                "{\"region\":\"us\"}",
                List.of("Mcp-Param-Region", "us", "Mcp-Param-Region", "us ")))
        .isEmpty();
    assertThat(
            arguments(
                "{\"region\":\"us\"}", List.of("Mcp-Param-Region", "us", "Mcp-Param-Region", "eu")))
        .isPresent();
    assertThat(check("ping", "{}", List.of("Mcp-Method", "ping", "Mcp-Method", "tools/call")))
        .isPresent();
  }

  @Test
  void hiddenToolHasNoHeaders() {
    List<String> headers = List.of("Mcp-Method", "tools/call", "Mcp-Name", "hidden");
    String params = "{\"name\":\"hidden\",\"arguments\":{\"region\":\"us\"}}";
    assertThat(check("tools/call", params, headers)).isEmpty();
  }

  @Test
  void stdioHasNoHeaders() {
    IncomingMessage line =
        new IncomingMessage(
            IncomingMessage.Channel.STDIO,
            IncomingMessage.HttpMethod.POST,
            RequestHeaders.NONE,
            null,
            null,
            CallerIdentity.anonymous("stdio"));
    assertThat(
            HeaderRules.violation(
                line,
                new ResolvedRequest(
                    new RpcMessage.Request(WireJson.tree(1), "x", WireJson.object()), null)))
        .isEmpty();
  }

  private Optional<RpcError> arguments(String arguments, List<String> headers) {
    List<String> all =
        new ArrayList<>(List.of("Mcp-Method", "tools/call", "Mcp-Name", "annotated"));
    all.addAll(headers);
    return check("tools/call", "{\"name\":\"annotated\",\"arguments\":" + arguments + "}", all);
  }

  private Optional<RpcError> check(String method, String params, List<String> headers) {
    RequestHeaders sent =
        name -> {
          List<String> values = new ArrayList<>();
          for (int i = 0; i < headers.size(); i += 2) {
            if (headers.get(i).equalsIgnoreCase(name)) {
              values.add(headers.get(i + 1));
            }
          }
          return values;
        };
    RpcMessage.Request request =
        new RpcMessage.Request(WireJson.tree(1), method, WireJson.read(params, JsonNode.class));
    CallerIdentity caller = CallerIdentity.anonymous("none");
    return HeaderRules.violation(
        new IncomingMessage(
            IncomingMessage.Channel.STREAMABLE_HTTP,
            IncomingMessage.HttpMethod.POST,
            sent,
            null,
            request,
            caller),
        methods.resolve(request, new FeatureVisibility.Viewer(caller, false)));
  }

  private record Annotated(String name, FeatureVisibility visibility) implements Tool {
    @Override
    public McpSchema.Tool definition() {
      return McpSchema.Tool.builder(name, WireJson.map(WireJson.read(SCHEMA, JsonNode.class)))
          .build();
    }

    @Override
    public RequestOutcome call(RequestContext call) {
      return RequestOutcome.text("called");
    }
  }
}
