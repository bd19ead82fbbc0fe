package io.everythingmcp.check.rule.stateless;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.check.rule.RuleObservations;
import io.everythingmcp.check.view.ClientMessage;
import io.everythingmcp.check.view.JournalView;
import io.everythingmcp.check.view.PublishedRevisions;
import io.everythingmcp.check.view.SenderView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** M24 to M26: what follows where the server refused a version or a header. */
public final class RefusalRules {
  private static final int PROBES = 2;

  private RefusalRules() {}

  private static int error(ClientMessage message) {
    return message.response() == null ? 0 : message.response().errorCode();
  }

  /** M24. */
  public static void supportedVersion(JournalView view, RuleObservations seen) {
    seen.unless("no version was refused");
    Map<JsonNode, ClientMessage> refused = new HashMap<>();
    for (ClientMessage message : view.messages()) {
      if (!message.isRequest()) {
        continue;
      }
      JsonNode client =
          message.is("initialize")
              ? message.params().path("clientInfo")
              : message.meta().path(ClientMessage.META_CLIENT);
      ClientMessage before = refused.remove(client.path("name"));
      if (before != null) {
        follows(before, message, seen);
      }
      if (message.modern() && error(message) == -32022) {
        refused.put(client.path("name"), message);
      }
    }
  }

  private static void follows(ClientMessage before, ClientMessage message, RuleObservations seen) {
    boolean modern = false;
    boolean supported = false;
    for (JsonNode version : before.response().error().path("data").path("supported")) {
      modern |= PublishedRevisions.isModern(version.asText());
      supported |= version.asText().equals(message.revision());
    }
    if (message.is("initialize")) {
      if (modern) {
        seen.warn(message, "initialize, though a version without it is supported", before.n());
      } else {
        seen.good(message);
      }
    } else if (supported) {
      seen.good(message);
    } else if (String.valueOf(message.revision()).equals(before.revision())) {
      seen.note(message, "the same version again: the client has no other", before.n());
    } else {
      seen.warn(message, message.revision() + ", which is not supported", before.n());
    }
  }

  /** M25. */
  public static void listedAgain(JournalView view, RuleObservations seen) {
    seen.unless("no definition was changed on purpose");
    if (!view.provoked("P27")) {
      return;
    }
    for (SenderView sender : view.senders()) {
      ClientMessage refused = null;
      boolean listed = false;
      for (ClientMessage message : sender.messages()) {
        if (refused != null && message.is("tools/list")) {
          listed = true;
        }
        if (refused != null && message.is("tools/call") && sameTool(refused, message)) {
          if (listed) {
            seen.good(message);
          } else {
            seen.warn(message, "the call again without tools/list", refused.n());
          }
          refused = null;
          listed = false;
        }
        if (message.is("tools/call") && error(message) == -32020) {
          refused = message;
        }
      }
    }
  }

  private static boolean sameTool(ClientMessage one, ClientMessage other) {
    return one.params().path("name").equals(other.params().path("name"));
  }

  private record ProbingProcess(String connection, JsonNode clientInfo) {}

  /** M26. */
  public static void fewProbes(JournalView view, RuleObservations seen) {
    seen.unless("no probe was seen");
    Map<ProbingProcess, Integer> probes = new HashMap<>();
    List<ClientMessage> discovers =
        view.modernRequests()
            .filter(message -> message.is("server/discover") && message.result().isObject())
            .toList();
    for (ClientMessage message : discovers) {
      ProbingProcess process =
          new ProbingProcess(
              message.exchange().request().connection(),
              message.meta().path(ClientMessage.META_CLIENT));
      int count = probes.merge(process, 1, Integer::sum);
      if (count > PROBES) {
        seen.warn(message, count + " times server/discover on one connection");
      } else {
        seen.good(message);
      }
    }
  }
}
