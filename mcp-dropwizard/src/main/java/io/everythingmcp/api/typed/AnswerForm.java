package io.everythingmcp.api.typed;

import java.util.Map;

/**
 * The form of a question: a flat object of fields that are strings, numbers, booleans or choices.
 *
 * @param <T> the type of the answer
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation#requested-schema">Requested
 *     schema</a>
 */
final class AnswerForm<T> {
  /** The fields of each type: a form is made at each call, its fields once. */
  private static final ClassValue<FormFields> FIELDS =
      new ClassValue<>() {
        @Override
        protected FormFields computeValue(Class<?> type) {
          return FormFields.of(type);
        }
      };

  private final String key;
  private final Class<T> type;
  private final Map<String, Object> schema;

  private AnswerForm(String key, Class<T> type, Map<String, Object> schema) {
    this.key = key;
    this.type = type;
    this.schema = schema;
  }

  /**
   * The form of a type.
   *
   * @throws IllegalArgumentException if a form cannot have a field of such a type
   */
  static <T> AnswerForm<T> of(String key, Class<T> type) {
    FormFields fields = FIELDS.get(type);
    fields
        .problem()
        .ifPresent(
            problem -> {
              throw new IllegalArgumentException(
                  "The question \"" + key + "\" cannot be a form: " + problem);
            });
    return new AnswerForm<>(key, type, fields.schema(key));
  }

  Map<String, Object> schema() {
    return schema;
  }

  /**
   * The answer as a value.
   *
   * @throws InvalidArgumentException if it is none
   */
  T answer(Map<String, Object> content) throws InvalidArgumentException {
    TypeToolkit toolkit = TypeToolkit.shared();
    Object json = type.isRecord() ? content : content.get(key);
    if (json == null) {
      throw new InvalidArgumentException("/" + key + ": is missing");
    }
    Object value = toolkit.converter().convert(type.isRecord() ? "" : "/" + key, json, type);
    toolkit.constraints().check(value);
    @SuppressWarnings("unchecked")
    T answer = (T) value;
    return answer;
  }
}
