package io.everythingmcp.openapi;

import io.everythingmcp.api.Tool;
import io.everythingmcp.openapi.document.ComponentReferences;
import io.everythingmcp.openapi.document.DocumentReader;
import io.everythingmcp.openapi.document.DocumentSource;
import io.everythingmcp.openapi.document.ImportErrors;
import io.everythingmcp.openapi.document.JsonPointers;
import io.everythingmcp.openapi.document.OpenApiDocument;
import io.everythingmcp.openapi.document.UnsupportedOperationFeature;
import io.swagger.v3.oas.models.PathItem;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One import: reads the document, selects operations and makes a tool of each. */
final class DocumentImport {
  private final DocumentSource source;
  private final OperationSelection selection;
  private final ImportSettings settings;
  private final ImportErrors errors;

  DocumentImport(DocumentSource source, OperationSelection selection, ImportSettings settings) {
    this.source = source;
    this.selection = selection;
    this.settings = settings;
    this.errors = new ImportErrors(source.name());
  }

  OpenApiTools run(boolean leaveOut) {
    OpenApiDocument document = read();
    ImportErrors fatal = new ImportErrors(source.name());
    List<DeclaredOperation> all = operations(document);
    selection.check(all.stream().map(DeclaredOperation::summary).toList(), fatal);
    Optional<URI> baseUrl = ServiceBaseUrl.of(document, settings.baseUrl(), fatal);
    unknownSchemes(document, fatal);
    if (!fatal.isEmpty() || baseUrl.isEmpty()) {
      // Without these there is no tool, whether or not others are left out.
      throw new InvalidOpenApiException(
          Stream.concat(errors.lines().stream(), fatal.lines().stream()).toList());
    }
    List<Tool> tools = tools(document, baseUrl.get(), all);
    if ((!errors.isEmpty() && !leaveOut) || tools.isEmpty()) {
      throw new InvalidOpenApiException(errors.lines());
    }
    return new OpenApiTools(tools, errors.lines());
  }

  private OpenApiDocument read() {
    String text;
    try {
      text = source.content().read();
    } catch (IOException e) {
      errors.add("", "cannot be read: " + reason(e));
      throw new InvalidOpenApiException(errors.lines());
    }
    return DocumentReader.read(source.name(), source.location(), text, errors)
        .orElseThrow(() -> new InvalidOpenApiException(errors.lines()));
  }

  /** An exception of the file system has only the name of the file as its message. */
  private static String reason(IOException problem) {
    return problem.getClass() == IOException.class
        ? String.valueOf(problem.getMessage())
        : problem.getClass().getSimpleName() + " " + problem.getMessage();
  }

  private List<DeclaredOperation> operations(OpenApiDocument document) {
    ComponentReferences references = new ComponentReferences(document);
    List<DeclaredOperation> all = new ArrayList<>();
    if (document.model().getPaths() != null) {
      document
          .model()
          .getPaths()
          .forEach(
              (path, item) -> {
                try {
                  PathItem target = references.pathItem(item);
                  target
                      .readOperationsMap()
                      .forEach(
                          (method, operation) ->
                              all.add(
                                  new DeclaredOperation(method.name(), path, target, operation)));
                } catch (UnsupportedOperationFeature e) {
                  errors.add(JsonPointers.of("paths", path), String.valueOf(e.getMessage()));
                }
              });
    }
    return all;
  }

  private void unknownSchemes(OpenApiDocument document, ImportErrors fatal) {
    ComponentReferences references = new ComponentReferences(document);
    for (String scheme : settings.credentials().keySet()) {
      try {
        references.securityScheme(scheme);
      } catch (UnsupportedOperationFeature e) {
        fatal.add("", String.valueOf(e.getMessage()) + ", but a credential is set for it");
      }
    }
  }

  private List<Tool> tools(OpenApiDocument document, URI baseUrl, List<DeclaredOperation> all) {
    OperationImporter importer = new OperationImporter(document, baseUrl, settings);
    List<Tool> tools = new ArrayList<>();
    Map<String, OpenApiOperation> names = new HashMap<>();
    for (DeclaredOperation operation : all) {
      OpenApiOperation summary = operation.summary();
      if (selection.selects(summary)) {
        try {
          Tool tool = importer.tool(operation);
          OpenApiOperation other = names.putIfAbsent(tool.definition().name(), summary);
          if (other != null) {
            throw new UnsupportedOperationFeature(
                "the tool name \""
                    + tool.definition().name()
                    + "\" is that of "
                    + other
                    + " too; expected another name, see names(…)");
          }
          tools.add(tool);
        } catch (UnsupportedOperationFeature e) {
          String method = summary.method().toLowerCase(Locale.ROOT);
          errors.add(
              JsonPointers.of("paths", summary.path(), method), String.valueOf(e.getMessage()));
        }
      }
    }
    return tools;
  }
}
