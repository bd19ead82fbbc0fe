import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What a preset of the client check asks for: {@code --check VARIANT URL STEP...}. A step is connect, connected, lists,
 * wait:MILLISECONDS, call:TOOL[:name=value,...] or both:TOOL[:...]; one that fails does not prevent the next.
 */
public final class PresetSteps {
  private static final long STEP_SECONDS = 30;

  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work);
            thread.setDaemon(true);
            return thread;
          });
  private final TestedClient.Opener opener;
  private final String url;
  private TestedClient client;

  private PresetSteps(TestedClient.Opener opener, String url) {
    this.opener = opener;
    this.url = url;
  }

  /** Runs the steps, if the arguments ask for that, and ends the process. */
  public static void runIfAsked(String[] args, Map<String, TestedClient.Opener> variants) {
    if (args.length > 2 && args[0].equals("--check")) {
      PresetSteps steps = new PresetSteps(variants.get(args[1]), args[2]);
      Arrays.stream(args).skip(3).forEach(steps::tried);
      steps.tried("close");
      Checks.done();
    }
  }

  private void tried(String step) {
    String problem = null;
    Future<Void> work =
        threads.submit(
            () -> {
              run(step);
              return null;
            });
    try {
      work.get(STEP_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      problem = e.getCause().toString();
    } catch (Exception e) {
      work.cancel(true);
      problem = "no end after " + STEP_SECONDS + " s";
    }
    System.out.println(
        "{\"step\":" + Checks.json(step)
            + (problem == null ? ",\"ok\":true}" : ",\"ok\":false,\"detail\":" + Checks.json(problem) + "}"));
  }

  private void run(String step) throws Exception {
    String[] parts = step.split(":");
    if (parts[0].equals("wait")) {
      TimeUnit.MILLISECONDS.sleep(Long.parseLong(parts[1]));
      return;
    }
    if (parts[0].equals("connected")) {
      client = client == null ? opener.open(url) : client;
      return;
    }
    if (parts[0].equals("connect") || parts[0].equals("close")) {
      TestedClient old = client;
      client = null;
      if (old != null) {
        old.close();
      }
      if (parts[0].equals("connect")) {
        client = opener.open(url);
      }
      return;
    }
    Checks.expect(client != null, "not connected");
    if (parts[0].equals("lists")) {
      client.tools();
      client.resources();
      client.prompts();
      return;
    }
    Map<String, Object> arguments = arguments(parts.length > 2 ? parts[2] : "");
    Future<String> other = parts[0].equals("both") ? threads.submit(() -> client.call(parts[1], arguments)) : null;
    client.call(parts[1], arguments);
    if (other != null) {
      other.get();
    }
  }

  private static Map<String, Object> arguments(String text) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String pair : text.split(",")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        String value = pair.substring(equals + 1);
        all.put(pair.substring(0, equals), value.matches("\\d+") ? (Object) Integer.valueOf(value) : value);
      }
    }
    return all;
  }
}
