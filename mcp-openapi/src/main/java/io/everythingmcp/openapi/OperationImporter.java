package io.everythingmcp.openapi;

import com.networknt.schema.SchemaRegistry;
import io.everythingmcp.api.Tool;
import io.everythingmcp.openapi.document.OpenApiDocument;
import io.everythingmcp.openapi.document.OperationSchemas;
import io.everythingmcp.openapi.document.ShortText;
import io.everythingmcp.openapi.document.UnsupportedOperationFeature;
import io.everythingmcp.openapi.operation.CredentialSelection;
import io.everythingmcp.openapi.operation.InputReader;
import io.everythingmcp.openapi.operation.OperationInput;
import io.everythingmcp.openapi.operation.OperationOutput;
import io.everythingmcp.openapi.operation.OperationParameters;
import io.everythingmcp.openapi.request.RequestTemplate;
import io.everythingmcp.openapi.schema.PlainValues;
import io.everythingmcp.openapi.service.OutputValidator;
import io.everythingmcp.openapi.service.ResponseConverter;
import io.everythingmcp.openapi.service.ServiceClient;
import io.everythingmcp.openapi.service.ServiceOperation;
import io.modelcontextprotocol.spec.McpSchema;
import io.swagger.v3.oas.models.servers.Server;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes a tool of an operation. */
final class OperationImporter {
  private static final Pattern TOOL_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
  private static final int LONGEST_DESCRIPTION = 2_000;
  private static final int LONGEST_TITLE = 120;

  private final OpenApiDocument document;
  private final URI baseUrl;
  private final ImportSettings settings;
  private final ServiceClient client;
  private final SchemaRegistry registry = OutputValidator.registry();

  OperationImporter(OpenApiDocument document, URI baseUrl, ImportSettings settings) {
    this.document = document;
    this.baseUrl = baseUrl;
    this.settings = settings;
    this.client = new ServiceClient(settings.exchange().timeout(), settings.exchange().mostBytes());
  }

  /**
   * Makes a tool.
   *
   * @throws UnsupportedOperationFeature if the operation is not supported
   */
  Tool tool(DeclaredOperation operation) {
    OpenApiOperation summary = operation.summary();
    String name = settings.names().apply(summary);
    if (!TOOL_NAME.matcher(name).matches()) {
      throw new UnsupportedOperationFeature(
          "the tool name is \"" + name + "\"; expected 1 to 128 of A-Z a-z 0-9 _ - .");
    }
    requireServersOfDocument(operation.item().getServers());
    requireServersOfDocument(operation.model().getServers());
    OperationSchemas declared =
        new OperationSchemas(document, operation.path(), operation.method());
    OperationInput input =
        new InputReader(document, declared)
            .read(
                OperationParameters.of(
                    document, operation.path(), operation.item(), operation.model()),
                operation.model());
    OperationOutput output = OperationOutput.of(document, declared, operation.model());
    RequestTemplate.Credentials credentials =
        new CredentialSelection(document, settings.credentials(), settings.headers())
            .select(operation.model());
    RequestTemplate template =
        new RequestTemplate(
            summary.method(),
            baseUrl,
            operation.path(),
            input.parameters(),
            input.body(),
            output.accept(),
            credentials);
    Optional<Map<String, Object>> schema =
        settings.outputSchemas() ? output.schema() : Optional.empty();
    Optional<OutputValidator> validator =
        schema.map(map -> new OutputValidator(registry, PlainValues.tree(map)));
    return new OperationTool(
        definition(name, operation, input, schema),
        settings.scopes().apply(summary),
        new ServiceOperation(name, template, client, new ResponseConverter(name, validator)));
  }

  private static McpSchema.Tool definition(
      String name,
      DeclaredOperation operation,
      OperationInput input,
      Optional<Map<String, Object>> output) {
    OpenApiOperation summary = operation.summary();
    return McpSchema.Tool.builder(name, input.schema())
        .title(ShortText.of(summary.summary().orElse(name), LONGEST_TITLE))
        .description(ShortText.of(description(operation), LONGEST_DESCRIPTION))
        .outputSchema(output.orElse(null))
        .annotations(MethodHints.of(summary.method()))
        .build();
  }

  private static String description(DeclaredOperation operation) {
    String summary = operation.summary().summary().orElse("");
    String details = operation.model().getDescription();
    String text =
        details == null || details.isBlank() || details.strip().equals(summary.strip())
            ? summary
            : summary.isEmpty() ? details : summary + "\n\n" + details;
    String described = text.isBlank() ? operation.summary().toString() : text.strip();
    return operation.summary().deprecated() ? "Deprecated. " + described : described;
  }

  private void requireServersOfDocument(@org.jspecify.annotations.Nullable List<Server> servers) {
    if (servers == null || servers.isEmpty() || servers.equals(document.model().getServers())) {
      return;
    }
    String own = ServiceBaseUrl.text(servers.get(0));
    if (!own.equals(baseUrl.toString())) {
      throw new UnsupportedOperationFeature(
          "has servers of its own (\"" + own + "\"); expected only those of the document");
    }
  }
}
