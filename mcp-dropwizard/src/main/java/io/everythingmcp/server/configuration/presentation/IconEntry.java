package io.everythingmcp.server.configuration.presentation;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;

/** Icon of a server. */
public class IconEntry {
  @NotNull
  @Pattern(
      regexp = "(https?://|data:image/).*",
      message = "must be an http or https URL, or a data: URI of an image")
  private String src;

  private String mimeType;

  @NotNull private List<String> sizes = List.of();

  @Pattern(regexp = "light|dark", message = "must be light or dark")
  private String theme;

  /** Where the picture is. */
  @JsonProperty
  public String getSrc() {
    return src;
  }

  @JsonProperty
  public void setSrc(String src) {
    this.src = src;
  }

  /** MIME type, if it does not follow from the URL. */
  @JsonProperty
  public String getMimeType() {
    return mimeType;
  }

  @JsonProperty
  public void setMimeType(String mimeType) {
    this.mimeType = mimeType;
  }

  /** Suitable sizes, such as {@code 48x48}, or {@code any}. */
  @JsonProperty
  public List<String> getSizes() {
    return sizes;
  }

  @JsonProperty
  public void setSizes(List<String> sizes) {
    this.sizes = sizes;
  }

  /** The background it is made for: {@code light} or {@code dark}. */
  @JsonProperty
  public String getTheme() {
    return theme;
  }

  @JsonProperty
  public void setTheme(String theme) {
    this.theme = theme;
  }

  McpSchema.Icon icon() {
    return new McpSchema.Icon(src, mimeType, sizes.isEmpty() ? null : sizes, theme);
  }
}
