import java.util.List;
import java.util.Map;

/** A connected client, with what the checks and the steps of a preset use. */
public interface TestedClient extends AutoCloseable {
  List<String> tools();

  List<String> resources();

  List<String> prompts();

  /** Calls a tool; returns the texts of its result. */
  String call(String tool, Map<String, Object> arguments) throws Exception;

  @Override
  void close() throws Exception;

  /** Connects a client. */
  @FunctionalInterface
  interface Opener {
    TestedClient open(String url) throws Exception;
  }
}
