import io.ktor.client.HttpClient;
import io.ktor.client.HttpClientKt;
import io.ktor.client.engine.cio.CIO;
import io.ktor.client.plugins.sse.SSEKt;
import io.modelcontextprotocol.kotlin.sdk.client.Client;
import io.modelcontextprotocol.kotlin.sdk.client.ClientOptions;
import io.modelcontextprotocol.kotlin.sdk.client.KtorClientKt;
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
public final class KotlinSdkProgram {
  private final Checks checks;
  private final Client client;
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  private KotlinSdkProgram(String name) {
    checks = new Checks("Kotlin SDK 0.16.0, " + name);
    ClientCapabilities capabilities =
        new ClientCapabilities(null, null, new ClientCapabilities.Elicitation(), null, null, null);
    client =
        new Client(
            new Implementation("kotlin-sdk", "1.0.0", null, null, null),
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
    Transport streamable =
        withDefaults(
            StreamableHttpMcpKtorClientExtensionsKt.class,
            "mcpStreamableHttpTransport-5_5nbZA$default",
            http,
            args[0] + "/mcp");
    // Over Streamable HTTP this client does not answer a request that comes on the stream of a POST.
    new KotlinSdkProgram("Streamable HTTP").run(streamable, false);
    Transport sse =
        withDefaults(KtorClientKt.class, "mcpSseTransport-5_5nbZA$default", http, args[0] + "/sse");
    new KotlinSdkProgram("HTTP+SSE").run(sse, true);
    Checks.done();
  }

  private void run(Transport transport, boolean answers) {
    checks.check("connects", () -> await(c -> client.connect(transport, c)));
    Checks.Caller caller =
        (tool, arguments) -> {
          CallToolResult result = await(c -> client.callTool(tool, arguments, Map.of(), null, c));
          return result.getContent().stream()
              .filter(TextContent.class::isInstance)
              .map(content -> ((TextContent) content).getText())
              .collect(Collectors.joining("\n"));
        };
    checks.tools(
        () ->
            pages(
                page -> await(c -> client.listTools(new ListToolsRequest(page), null, c)),
                ListToolsResult::getNextCursor,
                result -> result.getTools().stream().map(tool -> tool.getName()).toList()));
    checks.resources(
        () ->
            pages(
                page -> await(c -> client.listResources(new ListResourcesRequest(page), null, c)),
                ListResourcesResult::getNextCursor,
                result -> result.getResources().stream().map(one -> one.getUri()).toList()));
    checks.prompts(
        () ->
            pages(
                page -> await(c -> client.listPrompts(new ListPromptsRequest(page), null, c)),
                ListPromptsResult::getNextCursor,
                result -> result.getPrompts().stream().map(prompt -> prompt.getName()).toList()));
    checks.echo(caller);
    checks.progress(caller);
    checks.check("pings", () -> await(c -> client.ping(null, c)));
    if (answers) {
      checks.check(
          "answers an elicitation",
          () -> {
            caller.call("elicitInputs", Map.of());
            Checks.expect(!asked.isEmpty(), "the client was not asked");
          });
    }
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
