package io.everythingmcp.server.configuration.presentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.everythingmcp.server.protocol.profile.ServerDescription;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** Description of the server; the application supplies empty values. */
public class PresentationConfiguration {
  @NotNull private String title = "";
  @NotNull private String description = "";

  @NotNull
  @Pattern(regexp = "(https?://.*)?", message = "must be an http or https URL, or empty")
  private String website = "";

  @Valid @NotNull private List<@Valid IconEntry> icons = List.of();
  @NotNull private String instructions = "";

  /**
   * Display name in {@code serverInfo}, on pages and in the protected resource metadata; empty:
   * that of the application, as in the next four.
   */
  @JsonProperty
  public String getTitle() {
    return title;
  }

  @JsonProperty
  public void setTitle(String title) {
    this.title = title;
  }

  /** Description, one sentence. */
  @JsonProperty
  public String getDescription() {
    return description;
  }

  @JsonProperty
  public void setDescription(String description) {
    this.description = description;
  }

  /** URL of a page about the server. */
  @JsonProperty
  public String getWebsite() {
    return website;
  }

  @JsonProperty
  public void setWebsite(String website) {
    this.website = website;
  }

  /**
   * Icons: a list of {@code src} (an http or https URL, or a {@code data:} URI) with {@code
   * mimeType}, {@code sizes} ({@code [48x48]}) and {@code theme} ({@code light}, {@code dark}).
   */
  @JsonProperty
  public List<IconEntry> getIcons() {
    return icons;
  }

  @JsonProperty
  public void setIcons(List<IconEntry> icons) {
    this.icons = icons;
  }

  /** Instructions for the model. */
  @JsonProperty
  public String getInstructions() {
    return instructions;
  }

  @JsonProperty
  public void setInstructions(String instructions) {
    this.instructions = instructions;
  }

  /** Returns the profile of an application, overridden by the configured values. */
  public ServerDescription over(ServerDescription defaults) {
    return defaults.overriddenBy(
        new ServerDescription(
            title,
            description,
            website,
            icons.stream().map(IconEntry::icon).toList(),
            instructions));
  }
}
