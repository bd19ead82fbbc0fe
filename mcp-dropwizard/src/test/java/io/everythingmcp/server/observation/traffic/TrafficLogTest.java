package io.everythingmcp.server.observation.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.everythingmcp.api.CallerIdentity;
import io.everythingmcp.server.protocol.IncomingMessage;
import io.everythingmcp.server.protocol.ProtocolEra;
import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerSentEvent;
import io.everythingmcp.server.protocol.handlers.ResolvedRequest;
import io.everythingmcp.server.wire.RpcMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The lines of the traffic log. */
class TrafficLogTest {
  private static final String SESSION = "0123456789abcdef";

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final TrafficLog log = new TrafficLog("tenant=acme", 2_000);
  private Logger logger;
  private Level before;

  @BeforeEach
  void listen() {
    logger = (Logger) LoggerFactory.getLogger(TrafficLog.LOGGER);
    before = logger.getLevel();
    logger.setLevel(Level.INFO);
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(lines);
    logger.setLevel(before);
  }

  private List<String> logged() {
    return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  private static IncomingMessage message(
      IncomingMessage.Channel channel, String session, String json) {
    return new IncomingMessage(
        channel,
        IncomingMessage.HttpMethod.POST,
        RequestHeaders.NONE,
        session,
        json == null ? null : RpcMessage.parse(bytes(json)),
        CallerIdentity.anonymous("test"));
  }

  private static byte[] bytes(String json) {
    return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }

  private ResponseExchange http(String session, String json) {
    return log.observe(
        message(IncomingMessage.Channel.STREAMABLE_HTTP, session, json), new SentMessages());
  }

  @Test
  void aRequestAndItsResponseAreOneLineEach() {
    http(SESSION, "{'jsonrpc':'2.0','id':7,'method':'tools/call','params':{'name':'quote'}}")
        .reply(200, Map.of(), bytes("{'jsonrpc':'2.0','id':7,'result':{'content':[]}}"));
    assertThat(logged())
        .containsExactly(
            "in tools/call quote id=7 session=01234567 tenant=acme {\"jsonrpc\":\"2.0\",\"id\":7,"
                + "\"method\":\"tools/call\",\"params\":{\"name\":\"quote\"}}",
            "out 200 result tools/call quote id=7 session=01234567 tenant=acme"
                + " {\"jsonrpc\":\"2.0\",\"id\":7,\"result\":{\"content\":[]}}");
    assertThat(lines.list.get(1).getKeyValuePairs())
        .extracting(pair -> pair.key + "=" + pair.value)
        .containsExactly(
            "direction=out",
            "requestId=7",
            "session=01234567",
            "server=tenant=acme",
            "call=result tools/call quote");
  }

  @Test
  void requestsWithoutASessionMayHaveTheSameId() {
    ResponseExchange first = http(null, "{'jsonrpc':'2.0','id':1,'method':'tools/list'}");
    ResponseExchange second = http(null, "{'jsonrpc':'2.0','id':1,'method':'prompts/list'}");
    first.reply(200, Map.of(), bytes("{'jsonrpc':'2.0','id':1,'result':{}}"));
    second.reply(200, Map.of(), bytes("{'jsonrpc':'2.0','id':1,'error':{'code':1}}"));
    assertThat(logged().get(2)).startsWith("out 200 result tools/list id=1 tenant=acme");
    assertThat(logged().get(3)).startsWith("out 200 error prompts/list id=1 tenant=acme");
  }

  @Test
  void theSessionOfInitializeIsInTheLineOfItsResponse() {
    http(null, "{'jsonrpc':'2.0','id':1,'method':'initialize'}")
        .reply(
            200, Map.of("Mcp-Session-Id", SESSION), bytes("{'jsonrpc':'2.0','id':1,'result':{}}"));
    assertThat(logged().get(1)).startsWith("out 200 result initialize id=1 session=01234567");
  }

  @Test
  void eachMessageOfABatchIsALine() {
    http(
            SESSION,
            "[{'jsonrpc':'2.0','id':1,'method':'ping'},{'jsonrpc':'2.0','id':2,'method':'tools/list'}]")
        .reply(
            200,
            Map.of(),
            bytes("[{'jsonrpc':'2.0','id':2,'result':{}},{'jsonrpc':'2.0','id':1,'result':{}}]"));
    assertThat(logged())
        .extracting(line -> line.replaceAll(" session.*", ""))
        .containsExactly(
            "in ping id=1",
            "in tools/list id=2",
            "out 200 result tools/list id=2",
            "out 200 result ping id=1");
  }

  @Test
  void whatIsNoMessageIsNamedWithoutItsText() {
    http(SESSION, "{'password': 'hidden' oops").reply(400, Map.of(), null);
    assertThat(logged().get(0))
        .startsWith("in invalid message session=01234567 tenant=acme ")
        .contains("the body is not JSON")
        .doesNotContain("hidden");
    assertThat(logged().get(1)).isEqualTo("out 400 session=01234567 tenant=acme");
  }

  @Test
  void requestsOfTheServerAndTheirResponsesAreNamed() {
    String created =
        "{'jsonrpc':'2.0','id':9,'method':'elicitation/create','params':{'message':'Who?'}}";
    ResponseExchange exchange = http(SESSION, "{'jsonrpc':'2.0','id':3,'method':'tools/call'}");
    exchange.openStream(Map.of());
    exchange.send(ServerSentEvent.message("1", created.replace('\'', '"')));
    http(
        SESSION,
        "{'jsonrpc':'2.0','id':9,'result':{'action':'accept','content':{'otp':'hidden'}}}");
    assertThat(logged().get(1)).startsWith("out event elicitation/create id=9 session=01234567");
    assertThat(logged().get(2))
        .startsWith("in result elicitation/create id=9 session=01234567")
        .doesNotContain("hidden");
  }

  @Test
  void aNameWithLineBreaksDoesNotMakeALine() {
    http(SESSION, "{'jsonrpc':'2.0','id':1,'method':'a\\nout 200 forged\\u2028b'}");
    assertThat(logged()).hasSize(1);
    assertThat(logged().get(0)).startsWith("in a?out 200 forged?b id=1").doesNotContain("\n");
  }

  @Test
  void aChannelHasTheSessionThatIsCreatedForIt() {
    SentMessages sent = new SentMessages();
    ProtocolEra era =
        new ProtocolEra() {
          @Override
          public void drain() {}

          @Override
          public int activeRequestCount() {
            return 0;
          }

          @Override
          public CompletionStage<?> handle(
              IncomingMessage inbound, List<ResolvedRequest> resolved, ResponseExchange exchange) {
            return SERVED;
          }

          @Override
          public Optional<String> openChannel(
              String owner, ResponseExchange exchange, Function<String, ServerSentEvent> first) {
            exchange.send(first.apply(SESSION));
            exchange.send(
                ServerSentEvent.message(
                    null, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/message\"}"));
            return Optional.of(SESSION);
          }
        };
    Optional<String> session =
        log.openChannel(
            era, "owner", sent, id -> new ServerSentEvent(null, "endpoint", "/message", null));
    assertThat(session).contains(SESSION);
    assertThat(sent.events).hasSize(2);
    assertThat(logged())
        .singleElement()
        .asString()
        .startsWith("out event notifications/message session=01234567 tenant=acme");
  }

  @Test
  void overStdioWhatIsNotSentIsNotLogged() {
    SentMessages sent = new SentMessages();
    IncomingMessage quiet =
        message(IncomingMessage.Channel.STDIO, SESSION, "{'jsonrpc':'2.0','method':'x'}");
    assertThat(log.observe(quiet, sent)).isSameAs(sent);
  }

  @Test
  void whatComesAfterTheEndIsNotLogged() {
    SentMessages sent = new SentMessages();
    ResponseExchange exchange =
        log.observe(
            message(
                IncomingMessage.Channel.STREAMABLE_HTTP,
                SESSION,
                "{'jsonrpc':'2.0','id':1,'method':'ping'}"),
            sent);
    sent.closed = true;
    exchange.reply(200, Map.of(), bytes("{'jsonrpc':'2.0','id':1,'result':{}}"));
    assertThat(logged()).hasSize(1);
  }

  /** Keeps what is sent. */
  private static final class SentMessages implements ResponseExchange {
    private final List<ServerSentEvent> events = new ArrayList<>();
    private boolean closed;

    @Override
    public void reply(int status, Map<String, String> headers, byte[] json) {
      closed = true;
    }

    @Override
    public void openStream(Map<String, String> headers) {}

    @Override
    public boolean send(ServerSentEvent event) {
      return events.add(event);
    }

    @Override
    public void close() {
      closed = true;
    }

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public void setListener(Listener listener) {}
  }
}
