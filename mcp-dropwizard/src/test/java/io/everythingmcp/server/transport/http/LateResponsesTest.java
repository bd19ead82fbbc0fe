package io.everythingmcp.server.transport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.everythingmcp.server.protocol.RequestHeaders;
import io.everythingmcp.server.protocol.ResponseExchange;
import io.everythingmcp.server.protocol.ServerExecutor;
import io.everythingmcp.server.protocol.ServerSentEvent;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The container reuses its objects for the next request of a connection. A late response must not
 * become the response to the next request.
 */
class LateResponsesTest {
  private static final String SECOND = "200 second";

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server, 1, 1);
  private final ServerExecutor workers = new ServerExecutor(false);
  private final KeepAlive keepAlive = new KeepAlive(workers, Duration.ofHours(1));
  private final CompletableFuture<ServletExchange> first = new CompletableFuture<>();

  private volatile Served serveFirst = (request, response) -> {};
  private volatile Runnable meanwhile = () -> {};

  /** Processing of a request by a servlet. */
  private interface Served {
    void serve(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  @BeforeEach
  void start() throws Exception {
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(
        holder((request, response) -> serveFirst.serve(request, response)), "/first");
    context.addServlet(holder(this::respondImmediately), "/second");
    context.addServlet(holder(this::respondLater), "/second/later");
    server.setHandler(context);
    server.start();
  }

  private void respondImmediately(HttpServletRequest request, HttpServletResponse response) {
    keepAlive.serve(
        request,
        response,
        exchange -> {
          meanwhile.run();
          reply(exchange, "second");
        });
  }

  private void respondLater(HttpServletRequest request, HttpServletResponse response) {
    CompletableFuture<ResponseExchange> second = new CompletableFuture<>();
    keepAlive.serve(request, response, second::complete);
    meanwhile.run();
    reply(second.join(), "second");
  }

  private static ServletHolder holder(Served served) {
    ServletHolder holder =
        new ServletHolder(
            new HttpServlet() {
              private static final long serialVersionUID = 1L;

              @Override
              protected void service(HttpServletRequest request, HttpServletResponse response)
                  throws IOException {
                served.serve(request, response);
              }
            });
    holder.setAsyncSupported(true);
    return holder;
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
    workers.close();
  }

  private static void reply(ResponseExchange exchange, String text) {
    exchange.reply(200, Map.of(), text.getBytes(StandardCharsets.UTF_8));
  }

  private static void stream(ResponseExchange exchange) {
    exchange.openStream(Map.of());
    exchange.send(ServerSentEvent.message(null, "first"));
    exchange.close();
  }

  private void handle(HttpServletRequest request, HttpServletResponse response) {
    keepAlive.serve(request, response, first::complete);
  }

  /** Responses of each kind. */
  static Stream<Consumer<ResponseExchange>> lateWriters() {
    return Stream.of(
        exchange -> reply(exchange, "first"),
        exchange -> reply(exchange, "first".repeat(10_000)),
        LateResponsesTest::stream);
  }

  static Stream<Consumer<ResponseExchange>> lateAnswers() {
    return Stream.concat(
        lateWriters(),
        Stream.of(
            exchange -> exchange.reply(202, Map.of("X-First", "1"), null),
            ResponseExchange::close));
  }

  /** The worker continues after the servlet has failed; so does the connection. */
  @ParameterizedTest
  @MethodSource("lateAnswers")
  void responseAfterServletFailureIsDropped(Consumer<ResponseExchange> late) throws Exception {
    serveFirst =
        (request, response) ->
            keepAlive.serve(
                request,
                response,
                exchange -> {
                  first.complete(exchange);
                  throw new AssertionError("the servlet fails");
                });
    meanwhile = () -> late.accept(first.join());
    try (KeptConnection connection = new KeptConnection(connector.getLocalPort())) {
      connection.send("/first");
      assertThat(connection.response()).startsWith("500 ");
      second(connection);
      assertThat(first.join().isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("lateAnswers")
  void responseAfterRequestEndIsDropped(Consumer<ResponseExchange> late) throws Exception {
    CompletableFuture<AsyncContext> async = new CompletableFuture<>();
    serveFirst = (request, response) -> handle(completing(request, async), response);
    meanwhile = () -> late.accept(first.join());
    try (KeptConnection connection = new KeptConnection(connector.getLocalPort())) {
      connection.send("/first");
      async.join().complete();
      assertThat(connection.response()).isEqualTo("200 ");
      second(connection);
      assertThat(first.join().isClosed()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("lateWriters")
  void containerWaitsForAWriter(Consumer<ResponseExchange> late) throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch gate = new CountDownLatch(1);
    CompletableFuture<AsyncContext> async = new CompletableFuture<>();
    serveFirst =
        (request, response) -> handle(completing(request, async), pausing(response, writing, gate));
    try (KeptConnection connection = new KeptConnection(connector.getLocalPort())) {
      connection.send("/first");
      async.join();
      Thread writer = new Thread(() -> late.accept(first.join()));
      writer.start();
      await().until(() -> writing.getCount() == 0);
      Thread container = new Thread(async.join()::complete);
      container.start();
      await()
          .until(
              () ->
                  container.getState() == Thread.State.BLOCKED
                      || container.getState() == Thread.State.TERMINATED);
      meanwhile = () -> release(gate, writer);
      if (container.getState() == Thread.State.BLOCKED) {
        release(gate, writer);
      }
      connection.response();
      connection.send("/second/later");
      assertThat(connection.response()).isEqualTo(SECOND);
      container.join();
    }
  }

  @Test
  void headersAreThoseOfTheRequest() throws Exception {
    AtomicReference<RequestHeaders> headers = new AtomicReference<>();
    List<String> seen = new CopyOnWriteArrayList<>();
    serveFirst =
        (request, response) ->
            headers.set(
                request.getQueryString() == null
                    ? McpServlet.headers(request)
                    : McpServlet.headers(new HttpServletRequestWrapper(request)));
    meanwhile = () -> seen.add(headers.get().first("X-Of") + headers.get().path());
    for (String path : List.of("/first", "/first?wrapped")) {
      try (KeptConnection connection = new KeptConnection(connector.getLocalPort())) {
        connection.send(path);
        connection.response();
        second(connection);
      }
    }
    assertThat(seen).hasSize(4).containsOnly("/first/first", "/first?wrapped/first");
  }

  private static void second(KeptConnection connection) throws IOException {
    connection.send("/second");
    assertThat(connection.response()).isEqualTo(SECOND);
    connection.send("/second/later");
    assertThat(connection.response()).isEqualTo(SECOND);
  }

  private static void release(CountDownLatch gate, Thread writer) {
    gate.countDown();
    try {
      writer.join();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static HttpServletRequest completing(
      HttpServletRequest request, CompletableFuture<AsyncContext> async) {
    return new HttpServletRequestWrapper(request) {
      @Override
      public AsyncContext startAsync() {
        AsyncContext context = super.startAsync();
        async.complete(context);
        return context;
      }
    };
  }

  /** Delays a writer between its decision to write and the container's output. */
  private static HttpServletResponse pausing(
      HttpServletResponse response, CountDownLatch writing, CountDownLatch gate) {
    return new HttpServletResponseWrapper(response) {
      @Override
      public ServletOutputStream getOutputStream() throws IOException {
        writing.countDown();
        try {
          gate.await();
        } catch (InterruptedException e) {
          throw new IOException(e);
        }
        return super.getOutputStream();
      }
    };
  }
}
