package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.scenario.Check;
import io.everythingmcp.conformance.scenario.Level;
import io.everythingmcp.conformance.scenario.Probe;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.Spec;
import io.everythingmcp.conformance.talk.Reply;
import io.everythingmcp.conformance.talk.Talk;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What goes on inside is nobody's business. */
@Check(
    id = "errors/nothing-internal",
    title = "Errors show no stack trace and no path of the server's files",
    level = Level.SHOULD,
    rule = Spec.MESSAGES + "error-responses")
final class NothingInternal implements Scenario {
  private static final Pattern INTERNAL =
      Pattern.compile(
          "\\bat [\\w.$]+\\([\\w]+\\.java|Traceback \\(most recent|\\bat .*\\(?(?:file://)?/.*\\.[mc]?[jt]s:\\d+"
              + "|node:internal|File \\\\?\"/.*\\.py|panicked at|goroutine \\d+");

  @Override
  public void run(Probe probe) {
    Talk talk = probe.talk();
    List<Reply> replies = new ArrayList<>();
    replies.add(Broken.body(probe, "{\"jsonrpc\":"));
    replies.add(Broken.body(probe, "[[[[]]]]"));
    replies.add(talk.ask("tools/call", "{'name':[],'arguments':'x'}"));
    replies.add(talk.ask("resources/read", "{'uri':'\\u0000'}"));
    replies.add(talk.ask("prompts/get", "{'name':{}}"));
    replies.add(talk.ask("completion/complete", "{'ref':7}"));
    for (Reply reply : replies) {
      String said =
          reply.response().isStream() ? reply.message().toString() : reply.response().text();
      Matcher found = INTERNAL.matcher(said);
      probe.expect(!found.find(), "nothing of the inside", said);
    }
  }
}
