package io.everythingmcp.server.ops.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.server.feature.Catalog;
import io.everythingmcp.server.limit.Rate;
import io.everythingmcp.server.ops.management.ManagementError;
import io.everythingmcp.server.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads a tenant as operators write it, and says what is wrong with it. */
final class TenantBody {
  private static final Set<String> FIELDS =
      Set.of("id", "name", "version", "instructions", "features", "quota", "tokens");
  private static final int SHORTEST = 16;

  private TenantBody() {}

  static Tenant read(JsonNode body, String id, Catalog catalog) {
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!FIELDS.contains(name)) {
                throw ManagementError.invalid("A tenant has no \"" + name + "\"; it has " + FIELDS);
              }
            });
    if (!Tenant.wellFormed(id) || !body.path("id").asText(id).equals(id)) {
      throw ManagementError.invalid(
          "id must be 1 to 63 small letters, digits and hyphens, and that of the path");
    }
    return new Tenant(
        id,
        body.path("name").asText(id),
        body.path("version").asText("1.0.0"),
        body.hasNonNull("instructions") ? body.get("instructions").asText() : null,
        features(body.path("features"), catalog),
        quota(body.path("quota")),
        tokens(body.path("tokens")));
  }

  private static Tenant.Features features(JsonNode features, Catalog catalog) {
    Set<String> templates =
        catalog.templates().stream()
            .map(template -> template.definition().uriTemplate())
            .collect(Collectors.toSet());
    return new Tenant.Features(
        names(features, "tools", name -> catalog.tool(name).isPresent()),
        names(
            features,
            "resources",
            uri -> templates.contains(uri) || catalog.resource(uri).isPresent()),
        names(features, "prompts", name -> catalog.prompt(name).isPresent()));
  }

  private static List<String> names(JsonNode features, String kind, Predicate<String> known) {
    if (!features.hasNonNull(kind)) {
      return null;
    }
    List<String> names = strings(features.get(kind), "features." + kind);
    names.stream()
        .filter(known.negate())
        .findFirst()
        .ifPresent(
            unknown -> {
              throw ManagementError.invalid(
                  "features." + kind + " names \"" + unknown + "\", which this server has not");
            });
    return names;
  }

  private static Tenant.Quota quota(JsonNode quota) {
    JsonNode sessions = quota.path("sessions");
    String requests = quota.hasNonNull("requests") ? quota.get("requests").asText() : null;
    if (!sessions.isMissingNode() && !(sessions.isInt() && sessions.intValue() > 0)) {
      throw ManagementError.invalid("quota.sessions must be a positive number");
    }
    try {
      boolean limited = requests != null && Rate.parse(requests).limited();
      return new Tenant.Quota(sessions.asInt(), limited ? requests : null);
    } catch (IllegalArgumentException e) {
      throw ManagementError.invalid("quota.requests: " + e.getMessage());
    }
  }

  private static List<Tenant.Token> tokens(JsonNode tokens) {
    return tokens.isMissingNode()
        ? List.of()
        : strings(tokens, "tokens").stream().map(TenantBody::token).toList();
  }

  private static Tenant.Token token(String secret) {
    return Tenant.Token.of(checked(secret));
  }

  /** A token that cannot be guessed quickly. */
  static String checked(String secret) {
    if (secret.length() < SHORTEST || !secret.matches("[!-~]+")) {
      throw ManagementError.invalid(
          "A token must have at least " + SHORTEST + " visible ASCII characters");
    }
    return secret;
  }

  private static List<String> strings(JsonNode array, String what) {
    List<String> strings = new ArrayList<>();
    for (JsonNode element : array) {
      if (element.isTextual()) {
        strings.add(element.textValue());
      }
    }
    if (!array.isArray() || strings.size() != array.size()) {
      throw ManagementError.invalid(what + " must be a list of strings");
    }
    return strings;
  }
}
