package io.everythingmcp.api.typed;

/**
 * Failure of a call that the model can correct. The result of the tool has {@code isError} and the
 * message as its text; {@code prompts/get} and {@code resources/read} fail with the message. Any
 * other exception is an internal error, whose message is not sent to clients.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/tools#error-handling">Error
 *     handling</a>
 */
public class ToolErrorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Creates an error with a message.
   *
   * @param message what was wrong and what was expected; sent to the client
   */
  public ToolErrorException(String message) {
    super(message);
  }

  /**
   * Creates an error with a message and a cause, which is not sent to clients.
   *
   * @param message what was wrong and what was expected; sent to the client
   * @param cause the cause, for the log
   */
  public ToolErrorException(String message, Throwable cause) {
    super(message, cause);
  }
}
