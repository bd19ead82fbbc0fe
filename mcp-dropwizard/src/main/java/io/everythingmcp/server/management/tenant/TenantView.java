package io.everythingmcp.server.management.tenant;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.everythingmcp.server.tenant.Tenant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Tenant in the management API.
 *
 * @param tokens first eight characters of each
 * @param tokenNames their names, in the same order
 * @param subjects subjects of verified tokens that belong to it
 * @param url URL of its server
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantView(
    String id,
    String name,
    String version,
    String instructions,
    Tenant.Features features,
    Tenant.Quota quota,
    List<String> tokens,
    List<String> tokenNames,
    List<String> subjects,
    String url) {

  static TenantView of(Tenant tenant, UnaryOperator<String> urls) {
    return new TenantView(
        tenant.id(),
        tenant.name(),
        tenant.version(),
        tenant.instructions(),
        tenant.features(),
        tenant.quota(),
        tenant.tokens().stream().map(Tenant.Token::hint).toList(),
        tenant.tokens().stream().map(Tenant.Token::name).toList(),
        tenant.subjects(),
        urls.apply(tenant.id()));
  }

  /** Returns the client configuration for users of a tenant; never contains a token. */
  static Map<String, Object> clientConfig(Tenant tenant, UnaryOperator<String> urls) {
    String url = urls.apply(tenant.id());
    return Map.of(
        "mcpServers",
        Map.of(tenant.id(), server(tenant, url, "${MCP_TOKEN}")),
        "vscode",
        Map.of(
            "inputs",
            List.of(
                Map.of(
                    "type",
                    "promptString",
                    "id",
                    "bearer_token",
                    "description",
                    "Token for " + tenant.name(),
                    "password",
                    true)),
            "servers",
            Map.of(tenant.id(), server(tenant, url, "${input:bearer_token}"))),
        "setupInstructions",
        List.of(
            "Put mcpServers into the configuration of your client, or vscode into .vscode/mcp.json",
            "Set the environment variable MCP_TOKEN to your token, or enter it when VS Code prompts"
                + " for it",
            "Restart the client and check for " + tenant.name()));
  }

  private static Map<String, Object> server(Tenant tenant, String url, String token) {
    return tenant.tokens().isEmpty()
        ? Map.of("type", "http", "url", url)
        : Map.of("type", "http", "url", url, "headers", Map.of("Authorization", "Bearer " + token));
  }
}
