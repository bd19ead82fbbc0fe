package io.everythingmcp.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.modelcontextprotocol.spec.McpSchema;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Something a feature asks the client.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/elicitation">Elicitation</a>,
 *     and <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/client/sampling">Sampling</a>,
 *     and <a href="https://modelcontextprotocol.io/specification/2025-11-25/client/roots">Roots</a>
 */
public sealed interface InputRequest {
  /** How long a person may think. */
  Duration USER_TIMEOUT = Duration.ofMinutes(10);

  /** How long a program may take. */
  Duration CLIENT_TIMEOUT = Duration.ofSeconds(60);

  /** What a client must have declared to be asked this. */
  ClientCapability requiredCapability();

  /** How long to wait for the answer. */
  default Duration timeout() {
    return USER_TIMEOUT;
  }

  /**
   * A form to fill in.
   *
   * @param message what the user is told
   * @param requestedSchema a flat JSON Schema object of primitive fields; never ask for a secret
   *     this way
   */
  record FormElicitation(String message, Map<String, Object> requestedSchema)
      implements InputRequest {
    @Override
    public ClientCapability requiredCapability() {
      return ClientCapability.ELICITATION_FORM;
    }
  }

  /**
   * A page to visit.
   *
   * @param message what the user is told
   * @param page where to go
   */
  record UrlElicitation(String message, ElicitationPages.ElicitationPage page)
      implements InputRequest {
    @Override
    public ClientCapability requiredCapability() {
      return ClientCapability.ELICITATION_URL;
    }
  }

  /**
   * A text to be written by the client's model.
   *
   * @param messages the conversation so far
   * @param maxTokens how long the answer may be at most
   * @param systemPrompt what the model is told first, or null
   * @param temperature how freely it may write, or null
   * @param includeContext {@code none}, {@code thisServer}, {@code allServers}, or null
   * @param modelPreferences which model is wanted, or null
   * @param stopSequences texts at which the model stops writing, or null
   * @param metadata details for the client's provider, or null
   * @param tools what the model may call, or null
   * @param toolChoice whether it must, or null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Sampling(
      List<Map<String, Object>> messages,
      int maxTokens,
      String systemPrompt,
      Double temperature,
      String includeContext,
      McpSchema.ModelPreferences modelPreferences,
      List<String> stopSequences,
      Map<String, Object> metadata,
      List<Map<String, Object>> tools,
      Map<String, Object> toolChoice)
      implements InputRequest {

    /** One message of the user. */
    public static Sampling of(String text, int maxTokens) {
      return new Sampling(
          List.of(userText(text)), maxTokens, null, null, null, null, null, null, null, null);
    }

    /** A message of the user with one text. */
    public static Map<String, Object> userText(String text) {
      return Map.of("role", "user", "content", Map.of("type", "text", "text", text));
    }

    @Override
    public ClientCapability requiredCapability() {
      return tools == null ? ClientCapability.SAMPLING : ClientCapability.SAMPLING_TOOLS;
    }
  }

  /** The folders the client works in. */
  record Roots() implements InputRequest {
    @Override
    public ClientCapability requiredCapability() {
      return ClientCapability.ROOTS;
    }

    @Override
    public Duration timeout() {
      return CLIENT_TIMEOUT;
    }
  }
}
