import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Calls the two tools of the comparison over Streamable HTTP (2025-06-18) and checks what they
 * answer. Arguments: the URL of the server, and the time in milliseconds at which the measurement
 * began. Waits until the server is there.
 */
final class CallShop {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*(\"[^\"]*\"|\\d+)");

  private final URI url;
  private String session;

  private CallShop(URI url) {
    this.url = url;
  }

  public static void main(String[] arguments) throws Exception {
    CallShop shop = new CallShop(URI.create(arguments[0]));
    shop.initialize();
    String quote = shop.call("quote", "{\"product\":\"tea\"}");
    require(quote, "quote", "SMALL", "100");
    double seconds = (System.currentTimeMillis() - Long.parseLong(arguments[1])) / 1000.0;
    System.out.printf(java.util.Locale.ROOT, "first call after %.1f s%n", seconds);
    require(
        shop.call("quote", "{\"product\":\"tea\",\"size\":\"LARGE\"}"), "quote", "LARGE", "250");
    String huge = shop.call("quote", "{\"product\":\"tea\",\"size\":\"HUGE\"}");
    System.out.println("size HUGE: " + outcome(huge));
    require(
        shop.call("order", "{\"product\":\"tea\",\"count\":2}"), "order", "2 x tea in LARGE ordered");
    System.out.println("count 0: " + outcome(shop.call("order", "{\"product\":\"tea\",\"count\":0}")));
  }

  private static String outcome(String message) {
    if (message.contains("\"error\"")) {
      return "JSON-RPC error: " + text(message, "message");
    }
    boolean refused = Pattern.compile("\"isError\"\\s*:\\s*true").matcher(message).find();
    return (refused ? "tool error: " : "accepted: ") + text(message, "text");
  }

  private static String text(String message, String member) {
    Matcher text = Pattern.compile("\"" + member + "\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"").matcher(message);
    return text.find() ? text.group(1) : message;
  }

  private static void require(String message, String tool, String... parts) {
    for (String part : parts) {
      if (!message.contains(part)) {
        throw new IllegalStateException(tool + " answers " + message + ", without " + part);
      }
    }
  }

  private void initialize() throws Exception {
    String request =
        "{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{"
            + "\"protocolVersion\":\"2025-06-18\",\"capabilities\":{\"elicitation\":{}},"
            + "\"clientInfo\":{\"name\":\"compare\",\"version\":\"1\"}}}";
    while (true) {
      try {
        HttpResponse<java.io.InputStream> response = post(request);
        if (response.statusCode() == 200) {
          session = response.headers().firstValue("Mcp-Session-Id").orElseThrow();
          answer(response);
          post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}").body().close();
          return;
        }
      } catch (IOException e) {
        // Not started yet.
      }
      Thread.sleep(20);
    }
  }

  private String call(String tool, String arguments) throws Exception {
    return answer(
        post(
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
                + tool
                + "\",\"arguments\":"
                + arguments
                + "}}"));
  }

  private HttpResponse<java.io.InputStream> post(String body) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (session != null) {
      request.header("Mcp-Session-Id", session).header("MCP-Protocol-Version", "2025-06-18");
    }
    return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  /** The response to the request; a question of the server in between is answered with LARGE. */
  private String answer(HttpResponse<java.io.InputStream> response) throws Exception {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String message = line.startsWith("data:") ? line.substring(5).strip() : line.strip();
        if (message.contains("\"elicitation/create\"")) {
          Matcher id = ID.matcher(message);
          if (!id.find()) {
            throw new IllegalStateException("No id: " + message);
          }
          post(
                  "{\"jsonrpc\":\"2.0\",\"id\":"
                      + id.group(1)
                      + ",\"result\":{\"action\":\"accept\",\"content\":{\"size\":\"LARGE\"}}}")
              .body()
              .close();
        } else if (message.contains("\"result\"") || message.contains("\"error\"")) {
          return message;
        }
      }
    }
    throw new IllegalStateException("No response, status " + response.statusCode());
  }
}
