package io.everythingmcp.server.observation.tracing;

import io.opentelemetry.api.common.AttributeKey;

/**
 * Names of span attributes of the semantic conventions, and one for the tenant.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/gen-ai/mcp/">Semantic conventions for
 *     MCP, server</a>
 */
final class SpanAttributes {
  static final AttributeKey<String> METHOD = AttributeKey.stringKey("mcp.method.name");
  static final AttributeKey<String> VERSION = AttributeKey.stringKey("mcp.protocol.version");
  static final AttributeKey<String> SESSION = AttributeKey.stringKey("mcp.session.id");
  static final AttributeKey<String> RESOURCE = AttributeKey.stringKey("mcp.resource.uri");
  static final AttributeKey<String> TOOL = AttributeKey.stringKey("gen_ai.tool.name");
  static final AttributeKey<String> PROMPT = AttributeKey.stringKey("gen_ai.prompt.name");
  static final AttributeKey<String> DOES = AttributeKey.stringKey("gen_ai.operation.name");
  static final AttributeKey<String> ID = AttributeKey.stringKey("jsonrpc.request.id");
  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
  static final AttributeKey<String> STATUS = AttributeKey.stringKey("rpc.response.status_code");
  static final AttributeKey<String> TRANSPORT = AttributeKey.stringKey("network.transport");
  static final AttributeKey<String> PROTOCOL = AttributeKey.stringKey("network.protocol.name");
  static final AttributeKey<String> TENANT = AttributeKey.stringKey("tenant");

  private SpanAttributes() {}
}
