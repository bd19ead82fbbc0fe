package io.everythingmcp.api.typed;

/**
 * The call failed in a way that the model should know of, so that it can try another one. The
 * result of the tool has {@code isError} and the message as its text; the getting of a prompt and
 * the reading of a resource fail with the message. Any other exception is an internal error, whose
 * message no client receives.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools#error-handling">Error
 *     handling</a>
 */
public class ToolErrorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * An error with this message.
   *
   * @param message what was wrong and what was expected; the client receives it
   */
  public ToolErrorException(String message) {
    super(message);
  }

  /**
   * An error with this message and a cause, which no client receives.
   *
   * @param message what was wrong and what was expected; the client receives it
   * @param cause the cause, for the log
   */
  public ToolErrorException(String message, Throwable cause) {
    super(message, cause);
  }
}
