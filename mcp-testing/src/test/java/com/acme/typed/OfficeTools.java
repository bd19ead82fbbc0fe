package com.acme.typed;

import io.everythingmcp.api.RequestContext;
import io.everythingmcp.api.RequestOutcome;
import io.everythingmcp.api.annotation.McpArgument;
import io.everythingmcp.api.annotation.McpPrompt;
import io.everythingmcp.api.annotation.McpResource;
import io.everythingmcp.api.annotation.McpTool;
import io.everythingmcp.api.typed.ToolErrorException;
import io.everythingmcp.api.typed.TypedInput;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Features of an office: all kinds of arguments, results and input requests. */
final class OfficeTools {
  private final boolean open;

  OfficeTools(boolean open) {
    this.open = open;
  }

  /** A room. */
  record Room(@NotBlank String name, @Min(1) @Max(500) int seats) {}

  /** Form of a user. */
  record Guest(@NotBlank String name, @Email String email, Optional<Integer> age) {}

  /** Result of a booking. */
  record Booking(String room, LocalDate day, List<String> guests) {}

  @McpTool(
      description = "Books a room for a guest",
      output = Booking.class,
      requiredScope = "acme:book")
  public RequestOutcome book(Room room, @Future LocalDate day, RequestContext context) {
    return TypedInput.ask(context, "guest", "Who comes?", Guest.class)
        .then(
            guest ->
                TypedInput.ask(context, "sure", "Book it?", Boolean.class)
                    .then(
                        sure -> {
                          if (!sure) {
                            throw new ToolErrorException("Not booked, as the user is not sure");
                          }
                          return new Booking(room.name(), day, List.of(guest.name()));
                        }));
  }

  @McpTool(description = "Fails with a message for the model")
  public void refuse() {
    if (!open) {
      throw new ToolErrorException("The office is closed; try tomorrow");
    }
  }

  @McpTool(description = "Fails with an exception that is not for the model")
  public void explode() throws IOException {
    if (!open) {
      throw new IOException("secret path");
    }
  }

  @McpTool(description = "Counts, and reports progress")
  public List<Integer> count(@Min(0) @Max(3) int to, RequestContext context) {
    context.progress().report(1, 1.0, "done");
    return java.util.stream.IntStream.rangeClosed(1, to).boxed().toList();
  }

  @McpPrompt(description = "Writes an invitation")
  public String invite(String guest, @McpArgument(defaultValue = "30") int minutes) {
    return "Invite " + guest + " for " + minutes + " minutes";
  }

  @McpResource(uri = "office://rooms/{name}/{floor}", description = "A room")
  public Optional<Room> room(String name, int floor) {
    return floor > 9 ? Optional.empty() : Optional.of(new Room(name, floor));
  }

  @McpResource(uri = "office://about", description = "About the office")
  public String about() {
    return "An office";
  }
}
