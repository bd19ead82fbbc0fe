package io.everythingmcp.server.assembly;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.configuration.McpConfiguration;
import io.everythingmcp.server.management.tenant.TenantDocument;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.tenant.TenantRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tenants that the configuration declares. */
public final class DeclaredTenants {
  private static final Logger LOG = LoggerFactory.getLogger(DeclaredTenants.class);
  private static final String KEY = "tenants.declared";

  private final List<Tenant> all = new ArrayList<>();

  /**
   * Reads them.
   *
   * @param catalog all that a tenant can have
   * @throws IllegalArgumentException if one is invalid; the message contains the tenant and the
   *     expected value
   */
  public DeclaredTenants(McpConfiguration configuration, FeatureCatalog catalog) {
    Set<String> seen = new HashSet<>();
    for (ObjectNode document : configuration.getTenants().getDeclared()) {
      String id = document.path("id").asText();
      String which = KEY + "[" + all.size() + "] (" + id + "): ";
      Tenant tenant = read(which, document, id, catalog);
      once(seen, which, id, "id");
      tenant.tokens().forEach(t -> once(seen, which, t.hash(), "token " + t.hint() + "..."));
      tenant.subjects().forEach(name -> once(seen, which, "of " + name, "subject " + name));
      all.add(tenant);
    }
  }

  private static Tenant read(String which, ObjectNode document, String id, FeatureCatalog catalog) {
    try {
      return TenantDocument.read(numbered(document), id, catalog);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(which + e.getMessage(), e);
    }
  }

  /**
   * Converts texts to numbers where a quota requires them: values of environment variables are
   * texts.
   */
  static ObjectNode numbered(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    if (copy.get("quota") instanceof ObjectNode quota) {
      for (String name : List.of("sessions", "streams")) {
        String text = quota.path(name).asText();
        if (quota.path(name).isTextual() && text.matches("[0-9]{1,9}")) {
          quota.put(name, Integer.parseInt(text));
        }
      }
    }
    return copy;
  }

  private static void once(Set<String> seen, String which, String key, String what) {
    if (!seen.add(key)) {
      throw new IllegalArgumentException(
          which + "duplicate " + what + "; it must belong to one tenant only");
    }
  }

  /** Creates or updates the tenants in the store as declared. */
  public void declare(TenantRegistry tenants) {
    for (Tenant tenant : all) {
      tenant.tokens().stream()
          .filter(token -> tenants.isTokenOfOther(token, tenant.id()))
          .findFirst()
          .ifPresent(
              token -> {
                throw new IllegalArgumentException(
                    KEY
                        + " ("
                        + tenant.id()
                        + "): the token "
                        + token.hint()
                        + "... belongs to another tenant in the store; remove it there first");
              });
      if (tenants.declare(tenant)) {
        LOG.info("Tenant {} was updated to its declaration", tenant.id());
      }
    }
  }
}
