package io.everythingmcp.server.management.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import io.everythingmcp.api.FeatureCatalog;
import io.everythingmcp.server.management.ManagementBody;
import io.everythingmcp.server.management.ManagementError;
import io.everythingmcp.server.tenant.Tenant;
import io.everythingmcp.server.wire.SecureIds;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Tenants and their tokens, for operators. */
@Path("/management/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public final class TenantsResource {
  private final TenantAdmin admin;
  private final Supplier<FeatureCatalog> catalog;
  private final UnaryOperator<String> urls;

  /**
   * The resource.
   *
   * @param catalog all that a tenant can have
   * @param urls returns the URL of the endpoint of a tenant with this id
   */
  public TenantsResource(
      TenantAdmin admin, Supplier<FeatureCatalog> catalog, UnaryOperator<String> urls) {
    this.admin = admin;
    this.catalog = catalog;
    this.urls = urls;
  }

  /** All of them. */
  @GET
  public Map<String, List<TenantView>> list() {
    return Map.of("tenants", admin.list().stream().map(t -> TenantView.of(t, urls)).toList());
  }

  /** Adds one. */
  @POST
  public Response add(byte[] body) {
    JsonNode given = ManagementBody.object(body);
    Tenant tenant = read(given, given.path("id").asText());
    if (!admin.add(tenant)) {
      throw ManagementError.conflict(
          "The id, one of the tokens or one of the subjects is already in use");
    }
    return Response.status(201).entity(TenantView.of(tenant, urls)).build();
  }

  /** One of them. */
  @GET
  @Path("/{id}")
  public TenantView get(@PathParam("id") String id) {
    return TenantView.of(find(id), urls);
  }

  /** Replaces all but its tokens. */
  @PUT
  @Path("/{id}")
  public TenantView update(@PathParam("id") String id, byte[] body) {
    find(id);
    Tenant next = read(ManagementBody.object(body), id);
    if (admin.conflicts(next.withTokens(List.of()))) {
      throw ManagementError.conflict("One of these subjects belongs to another tenant");
    }
    return admin
        .update(id, now -> next.withTokens(now.tokens()))
        .map(tenant -> TenantView.of(tenant, urls))
        .orElseThrow(TenantsResource::unknown);
  }

  /** Removes one and ends its sessions. */
  @DELETE
  @Path("/{id}")
  public void remove(@PathParam("id") String id) {
    if (!admin.remove(id)) {
      throw unknown();
    }
  }

  /** Adds a token: the given one, or a generated one, which is returned only once. */
  @POST
  @Path("/{id}/tokens")
  public Response addToken(@PathParam("id") String id, byte[] body) {
    JsonNode given = ManagementBody.object(body);
    String secret =
        given.path("token").isTextual()
            ? given.path("token").textValue()
            : "mcp_" + SecureIds.random() + SecureIds.random();
    find(id);
    Tenant.Token token = added(id, given.path("name"), secret);
    return Response.status(201)
        .entity(Map.of("token", secret, "hint", token.hint(), "name", token.name()))
        .build();
  }

  private Tenant.Token added(String id, JsonNode name, String secret) {
    try {
      Tenant.Token token = TenantDocument.token(name, secret);
      if (!admin.addToken(id, token)) {
        throw ManagementError.conflict("The token already belongs to a tenant");
      }
      return token;
    } catch (IllegalArgumentException e) {
      throw ManagementError.invalid(e.getMessage());
    }
  }

  /** Removes a token, identified by its text, its name, or its first eight characters. */
  @DELETE
  @Path("/{id}/tokens")
  public void removeToken(@PathParam("id") String id, byte[] body) {
    JsonNode wish = ManagementBody.object(body);
    String given = wish.path("name").asText(wish.path("token").asText());
    if (!admin.removeToken(id, given)) {
      throw ManagementError.unknown("Unknown token, or a prefix of more than one");
    }
  }

  /** Returns the client configuration for users of a tenant. */
  @GET
  @Path("/{id}/client-config")
  public Map<String, Object> clientConfig(@PathParam("id") String id) {
    return TenantView.clientConfig(find(id), urls);
  }

  private Tenant read(JsonNode body, String id) {
    try {
      return TenantDocument.read(body, id, catalog.get());
    } catch (IllegalArgumentException e) {
      throw ManagementError.invalid(e.getMessage());
    }
  }

  private Tenant find(String id) {
    return admin.find(id).orElseThrow(TenantsResource::unknown);
  }

  private static jakarta.ws.rs.WebApplicationException unknown() {
    return ManagementError.unknown("Unknown tenant");
  }
}
