import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.cio.CIO;
import io.ktor.client.plugins.sse.SSEKt;
import io.modelcontextprotocol.kotlin.sdk.client.Client;
import io.modelcontextprotocol.kotlin.sdk.client.ClientOptions;
import io.modelcontextprotocol.kotlin.sdk.client.KtorClientKt;
import io.modelcontextprotocol.kotlin.sdk.client.StreamableHttpClientTransport;
import io.modelcontextprotocol.kotlin.sdk.client.StreamableHttpMcpKtorClientExtensionsKt;
import io.modelcontextprotocol.kotlin.sdk.shared.Transport;
import io.modelcontextprotocol.kotlin.sdk.types.CallToolResult;
import io.modelcontextprotocol.kotlin.sdk.types.ClientCapabilities;
import io.modelcontextprotocol.kotlin.sdk.types.ElicitResult;
import io.modelcontextprotocol.kotlin.sdk.types.Implementation;
import io.modelcontextprotocol.kotlin.sdk.types.ListPromptsRequest;
import io.modelcontextprotocol.kotlin.sdk.types.ListPromptsResult;
import io.modelcontextprotocol.kotlin.sdk.types.ListResourcesRequest;
import io.modelcontextprotocol.kotlin.sdk.types.ListResourcesResult;
import io.modelcontextprotocol.kotlin.sdk.types.ListToolsRequest;
import io.modelcontextprotocol.kotlin.sdk.types.ListToolsResult;
import io.modelcontextprotocol.kotlin.sdk.types.PaginatedRequestParams;
import io.modelcontextprotocol.kotlin.sdk.types.TextContent;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.serialization.json.JsonObject;

/** The client of the Kotlin SDK, called from Java, over both HTTP transports. */
public final class KotlinSdkProgram implements TestedClient {
  private final Client client;
  private Transport transport;
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  private KotlinSdkProgram() {
    ClientCapabilities capabilities =
        new ClientCapabilities(null, null, new ClientCapabilities.Elicitation(), null, null, null);
    client =
        new Client(
            new Implementation("kotlin-sdk", "0.16.0", null, null, null),
            new ClientOptions(capabilities, true, EmptyCoroutineContext.INSTANCE));
    client.setElicitationHandler(
        request -> {
          asked.add("elicitation");
          return new ElicitResult(ElicitResult.Action.Decline, null, null);
        });
  }

  public static void main(String[] args) throws Exception {
    HttpClient http =
        HttpClientKt.HttpClient(
            CIO.INSTANCE,
            config -> {
              config.install(SSEKt.getSSE(), sse -> Unit.INSTANCE);
              return Unit.INSTANCE;
            });
    PresetSteps.runIfAsked(
        args,
        Map.of(
            "http", url -> connected(streamable(http, url)),
            "sse", url -> connected(sse(http, url))));
    // Over Streamable HTTP this client does not answer a request that comes on the stream of a POST.
    new KotlinSdkProgram().run("Streamable HTTP", streamable(http, args[0] + "/mcp"), false);
    new KotlinSdkProgram().run("HTTP+SSE", sse(http, args[0] + "/sse"), true);
    Checks.done();
  }

  private static Transport streamable(HttpClient http, String url) throws ReflectiveOperationException {
    return withDefaults(
        StreamableHttpMcpKtorClientExtensionsKt.class,
        "mcpStreamableHttpTransport-5_5nbZA$default",
        http,
        url);
  }

  private static Transport sse(HttpClient http, String url) throws ReflectiveOperationException {
    return withDefaults(KtorClientKt.class, "mcpSseTransport-5_5nbZA$default", http, url);
  }

  private static KotlinSdkProgram connected(Transport transport) {
    KotlinSdkProgram program = new KotlinSdkProgram();
    program.connect(transport);
    return program;
  }

  private void connect(Transport transport) {
    this.transport = transport;
    await(c -> client.connect(transport, c));
  }

  private void run(String name, Transport transport, boolean answers) {
    Checks checks = new Checks("Kotlin SDK 0.16.0, " + name);
    checks.check("connects", () -> connect(transport));
    checks.tools(this::tools);
    checks.resources(this::resources);
    checks.prompts(this::prompts);
    checks.echo(this::call);
    checks.progress(this::call);
    checks.check("pings", () -> await(c -> client.ping(null, c)));
    if (answers) {
      checks.check(
          "answers an elicitation",
          () -> {
            call("elicitInputs", Map.of());
            Checks.expect(!asked.isEmpty(), "the client was not asked");
          });
    }
  }

  @Override
  public List<String> tools() {
    return pages(
        page -> await(c -> client.listTools(new ListToolsRequest(page), null, c)),
        ListToolsResult::getNextCursor,
        result -> result.getTools().stream().map(tool -> tool.getName()).toList());
  }

  @Override
  public List<String> resources() {
    return pages(
        page -> await(c -> client.listResources(new ListResourcesRequest(page), null, c)),
        ListResourcesResult::getNextCursor,
        result -> result.getResources().stream().map(one -> one.getUri()).toList());
  }

  @Override
  public List<String> prompts() {
    return pages(
        page -> await(c -> client.listPrompts(new ListPromptsRequest(page), null, c)),
        ListPromptsResult::getNextCursor,
        result -> result.getPrompts().stream().map(prompt -> prompt.getName()).toList());
  }

  @Override
  public String call(String tool, Map<String, Object> arguments) {
    CallToolResult result = await(c -> client.callTool(tool, arguments, Map.of(), null, c));
    return result.getContent().stream()
        .filter(TextContent.class::isInstance)
        .map(content -> ((TextContent) content).getText())
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    if (transport instanceof StreamableHttpClientTransport http) {
      await(http::terminateSession);
    }
    await(c -> client.close(c));
  }

  private static <T> List<String> pages(
      Function<PaginatedRequestParams, T> list,
      Function<T, String> next,
      Function<T, List<String>> names) {
    List<String> all = new ArrayList<>();
    String cursor = null;
    do {
      T page = list.apply(params(cursor));
      all.addAll(names.apply(page));
      cursor = next.apply(page);
    } while (cursor != null);
    return all;
  }

  /** Its constructor has a parameter of a value class, so that only Kotlin can name it. */
  private static PaginatedRequestParams params(String cursor) {
    try {
      Constructor<PaginatedRequestParams> constructor =
          PaginatedRequestParams.class.getDeclaredConstructor(String.class, JsonObject.class);
      constructor.setAccessible(true);
      return cursor == null ? null : constructor.newInstance(cursor, null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The Kotlin function with its first two arguments, the others being their defaults. */
  private static Transport withDefaults(Class<?> owner, String name, HttpClient http, String url)
      throws ReflectiveOperationException {
    Method method =
        Arrays.stream(owner.getDeclaredMethods())
            .filter(candidate -> candidate.getName().equals(name))
            .findFirst()
            .orElseThrow();
    Object[] arguments = new Object[method.getParameterCount()];
    arguments[0] = http;
    arguments[1] = url;
    arguments[arguments.length - 2] = ~3;
    return (Transport) method.invoke(null, arguments);
  }

  /** A suspending call. */
  private interface Call {
    Object with(Continuation<Object> continuation);
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private static <T> T await(Call call) {
    try {
      return (T)
          BuildersKt.runBlocking(
              EmptyCoroutineContext.INSTANCE,
              (scope, continuation) -> call.with((Continuation) continuation));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
