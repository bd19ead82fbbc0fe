import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What every client does, and one line of JSON for each check: name, ok, detail. */
public final class Checks {
  private final String client;

  public Checks(String client) {
    this.client = client;
  }

  /** What must not fail. */
  @FunctionalInterface
  public interface Action {
    void run() throws Exception;
  }

  public void check(String what, Action action) {
    String problem = null;
    try {
      action.run();
    } catch (Exception | AssertionError e) {
      problem = e.toString();
    }
    String rest = problem == null ? "\"ok\":true" : "\"ok\":false,\"detail\":" + json(problem);
    System.out.println("{\"name\":" + json(client + ": " + what) + "," + rest + "}");
  }

  public void lists(String what, Supplier<List<String>> names, String first, String last) {
    check(
        "lists every " + what,
        () -> {
          List<String> all = names.get();
          expect(all.contains(first) && all.contains(last), all.toString());
        });
  }

  public void tools(Supplier<List<String>> names) {
    lists("tool", names, "echo", "failOnPurpose");
  }

  public void resources(Supplier<List<String>> uris) {
    lists("resource", uris, "test://static/resource/1", "test://static/resource/100");
  }

  public void prompts(Supplier<List<String>> names) {
    lists("prompt", names, "simple_prompt", "completable_prompt");
  }

  /** Calls a tool; its texts must contain this. */
  public void calls(String what, Caller caller, String tool, Map<String, Object> arguments, String expected) {
    check(
        what,
        () -> {
          String text = caller.call(tool, arguments);
          expect(text.contains(expected), text);
        });
  }

  public void echo(Caller caller) {
    calls("calls a tool", caller, "echo", Map.of("message", "hello, wörld"), "hello, wörld");
  }

  public void progress(Caller caller) {
    calls(
        "calls a tool that reports progress",
        caller,
        "longRunningOperation",
        Map.of("duration", 0.2, "steps", 2),
        "completed");
  }

  /** Calls a tool with arguments; gives the texts of its result. */
  @FunctionalInterface
  public interface Caller {
    String call(String tool, Map<String, Object> arguments) throws Exception;
  }

  public static void expect(boolean right, String detail) {
    if (!right) {
      throw new AssertionError(detail);
    }
  }

  public static void done() {
    System.out.println("{\"name\":\"done\"}");
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  static String json(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
