package io.everythingmcp.conformance.area.errors;

import io.everythingmcp.conformance.client.McpResponse;
import io.everythingmcp.conformance.client.SuiteClient;
import io.everythingmcp.conformance.scenario.ConformanceCheck;
import io.everythingmcp.conformance.scenario.RequirementLevel;
import io.everythingmcp.conformance.scenario.Scenario;
import io.everythingmcp.conformance.scenario.ScenarioContext;
import io.everythingmcp.conformance.scenario.SpecificationLinks;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Errors contain no internal details. */
@ConformanceCheck(
    id = "errors/no-internal-details",
    title = "Errors show no stack trace and no path of the server's files",
    level = RequirementLevel.SHOULD,
    specification = SpecificationLinks.MESSAGES + "error-responses")
final class NoInternalDetails implements Scenario {
  private static final Pattern INTERNAL =
      Pattern.compile(
          "\\bat [\\w.$]+\\([\\w]+\\.java|Traceback \\(most recent|\\bat"
              + " .*\\(?(?:file://)?/.*\\.[mc]?[jt]s:\\d+|node:internal|File"
              + " \\\\?\"/.*\\.py|panicked at|goroutine \\d+");

  @Override
  public void run(ScenarioContext probe) {
    SuiteClient talk = probe.client();
    List<McpResponse> replies = new ArrayList<>();
    replies.add(MalformedBodies.body(probe, "{\"jsonrpc\":"));
    replies.add(MalformedBodies.body(probe, "[[[[]]]]"));
    replies.add(talk.callMethod("tools/call", "{'name':[],'arguments':'x'}"));
    replies.add(talk.callMethod("resources/read", "{'uri':'\\u0000'}"));
    replies.add(talk.callMethod("prompts/get", "{'name':{}}"));
    replies.add(talk.callMethod("completion/complete", "{'ref':7}"));
    for (McpResponse reply : replies) {
      String said =
          reply.response().isStream() ? reply.message().toString() : reply.response().text();
      Matcher found = INTERNAL.matcher(said);
      probe.expect(!found.find(), "nothing of the inside", said);
    }
  }
}
