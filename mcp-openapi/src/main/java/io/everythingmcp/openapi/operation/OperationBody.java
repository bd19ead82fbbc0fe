package io.everythingmcp.openapi.operation;

import io.everythingmcp.openapi.document.UnsupportedOperationFeature;
import io.everythingmcp.openapi.request.BodyBinding;
import io.everythingmcp.openapi.request.ParameterBinding;
import io.everythingmcp.openapi.service.JsonMediaTypes;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The representation of a request body that is sent: JSON, otherwise a form, otherwise text.
 *
 * @param declared media type in the document
 * @param mediaType value of Content-Type
 * @param kind how it is written
 * @param content its schema and encodings
 */
record OperationBody(String declared, String mediaType, BodyBinding.Kind kind, MediaType content) {
  private static final String FORM = "application/x-www-form-urlencoded";

  static OperationBody of(RequestBody body) {
    Content content = body.getContent() == null ? new Content() : body.getContent();
    for (Map.Entry<BodyBinding.Kind, Predicate<String>> kind : kinds().entrySet()) {
      for (Map.Entry<String, MediaType> entry : content.entrySet()) {
        String type = entry.getKey().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (kind.getValue().test(type)) {
          String sent = type.indexOf('*') >= 0 ? "application/json" : entry.getKey();
          return new OperationBody(entry.getKey(), sent, kind.getKey(), entry.getValue());
        }
      }
    }
    throw new UnsupportedOperationFeature(
        "the request body has the media type \""
            + String.join("\", \"", content.keySet())
            + "\"; expected JSON, "
            + FORM
            + " or text/plain");
  }

  private static Map<BodyBinding.Kind, Predicate<String>> kinds() {
    Map<BodyBinding.Kind, Predicate<String>> kinds = new LinkedHashMap<>();
    kinds.put(
        BodyBinding.Kind.JSON,
        type -> JsonMediaTypes.matches(type) || type.equals("*/*") || type.equals("application/*"));
    kinds.put(BodyBinding.Kind.FORM, FORM::equals);
    kinds.put(BodyBinding.Kind.TEXT, "text/plain"::equals);
    return kinds;
  }

  BodyBinding binding(String argument) {
    Map<String, ParameterBinding> encodings = new LinkedHashMap<>();
    if (content.getEncoding() != null) {
      content
          .getEncoding()
          .forEach(
              (name, encoding) -> {
                ParameterBinding binding = ParameterStyles.binding(encoding, name, argument);
                if (binding != null) {
                  encodings.put(name, binding);
                }
              });
    }
    return new BodyBinding(argument, mediaType, kind, encodings);
  }
}
