package io.everythingmcp.server.management.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.limit.RequestRate;
import io.everythingmcp.server.tenant.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Parser of tenants in requests or the configuration, with error messages. */
public final class TenantDocument {
  private static final List<String> FIELDS =
      List.of("id", "name", "version", "instructions", "features", "quota", "tokens", "subjects");
  private static final List<String> QUOTAS = List.of("sessions", "requests", "streams");
  private static final List<String> KINDS = List.of("tools", "resources", "prompts");
  private static final int SHORTEST = 16;
  private static final String TOKENS =
      "tokens must be a list of strings, or of objects with name and token";

  private TenantDocument() {}

  /**
   * Parses a tenant.
   *
   * @param id id from the path, or as in the document
   * @param catalog all features available to tenants
   * @throws IllegalArgumentException if it is invalid; the message names the expected value
   */
  public static Tenant read(JsonNode body, String id, FeatureCatalog catalog) {
    only(body, "A tenant", FIELDS);
    only(body.path("features"), "features", KINDS);
    only(body.path("quota"), "quota", QUOTAS);
    if (!Tenant.wellFormed(id) || !body.path("id").asText(id).equals(id)) {
      throw new IllegalArgumentException(
          "id must be 1 to 63 lowercase letters, digits and hyphens, equal to the id in the path");
    }
    return new Tenant(
        id,
        body.path("name").asText(id),
        body.path("version").asText("1.0.0"),
        body.hasNonNull("instructions") ? body.get("instructions").asText() : null,
        features(body.path("features"), catalog),
        quota(body.path("quota")),
        tokens(body.path("tokens")),
        body.hasNonNull("subjects") ? strings(body.get("subjects"), "subjects") : List.of());
  }

  private static void only(JsonNode object, String what, Collection<String> known) {
    object
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new IllegalArgumentException(
                    what
                        + " has an unknown \""
                        + name
                        + "\"; allowed: "
                        + String.join(", ", known));
              }
            });
  }

  private static Tenant.Features features(JsonNode features, FeatureCatalog catalog) {
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
              throw new IllegalArgumentException(
                  "features." + kind + " has an unknown name: \"" + unknown + "\"");
            });
    return names;
  }

  private static Tenant.Quota quota(JsonNode quota) {
    int sessions = positive(quota, "sessions");
    int streams = positive(quota, "streams");
    String requests = quota.hasNonNull("requests") ? quota.get("requests").asText() : null;
    try {
      boolean limited = requests != null && RequestRate.parse(requests).limited();
      return new Tenant.Quota(sessions, limited ? requests : null, streams);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("quota.requests: " + e.getMessage());
    }
  }

  private static int positive(JsonNode quota, String name) {
    JsonNode value = quota.path(name);
    if (!value.isMissingNode() && !(value.isInt() && value.intValue() > 0)) {
      throw new IllegalArgumentException("quota." + name + " must be a positive number");
    }
    return value.asInt();
  }

  private static List<Tenant.Token> tokens(JsonNode tokens) {
    if (tokens.isMissingNode()) {
      return List.of();
    }
    List<Tenant.Token> all = new ArrayList<>();
    for (JsonNode one : tokens) {
      boolean named = one.isObject() && one.path("token").isTextual();
      if (!one.isTextual() && !named) {
        throw new IllegalArgumentException(TOKENS);
      }
      if (named) {
        only(one, "A token", List.of("name", "token"));
      }
      Tenant.Token token =
          named ? token(one.path("name"), one.path("token").textValue()) : token(one.textValue());
      if (all.stream().anyMatch(other -> other.name().equals(token.name()))) {
        throw new IllegalArgumentException("Duplicate token name: " + token.name());
      }
      all.add(token);
    }
    if (!tokens.isArray()) {
      throw new IllegalArgumentException(TOKENS);
    }
    return all;
  }

  private static Tenant.Token token(String secret) {
    return Tenant.Token.of(checked(secret));
  }

  /**
   * Creates a token with a name.
   *
   * @param name a string, or absent
   * @throws IllegalArgumentException if one of them is invalid
   */
  static Tenant.Token token(JsonNode name, String secret) {
    if (!name.isMissingNode() && !name.isTextual()) {
      throw new IllegalArgumentException("The name of a token must be a string");
    }
    return Tenant.Token.of(name.isTextual() ? name.textValue() : null, checked(secret));
  }

  /**
   * A token that cannot be guessed quickly.
   *
   * @throws IllegalArgumentException when it could be
   */
  public static String checked(String secret) {
    if (secret.length() < SHORTEST || !secret.matches("[!-~]+")) {
      throw new IllegalArgumentException(
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
      throw new IllegalArgumentException(what + " must be a list of strings");
    }
    return strings;
  }
}
