package io.everythingmcp.api.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A public method that reads a resource, or one of the resources of a template; its return value is
 * the content. The variables of a template are parameters of the method.
 *
 * @see <a
 *     href="https://modelcontextprotocol.io/specification/2025-11-25/server/resources">Resources</a>
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface McpResource {
  /**
   * The URI, or a URI template of level 1 (RFC 6570, 1.2) such as {@code orders://{region}/{id}}.
   *
   * @return the URI or URI template
   */
  String uri();

  /**
   * The name; empty for the name of the method.
   *
   * @return the name
   */
  String name() default "";

  /**
   * The name for users; empty for none.
   *
   * @return the name for users
   */
  String title() default "";

  /**
   * What the resource is; must not be blank.
   *
   * @return what the resource is
   */
  String description();

  /**
   * The media type; empty for {@code text/plain} of a string, {@code application/octet-stream} of
   * bytes, {@code application/json} of any other value.
   *
   * @return the media type
   */
  String mimeType() default "";

  /**
   * Whether the method may wait; see {@link McpTool#blocking}.
   *
   * @return whether the method may wait
   */
  boolean blocking() default true;

  /**
   * Whether the method sends log messages to the client.
   *
   * @return whether the method sends log messages to the client
   */
  boolean logs() default false;

  /**
   * URI of an icon, {@code https} or {@code data}; empty for none.
   *
   * @return URI of an icon, {@code https} or {@code data}
   */
  String icon() default "";
}
