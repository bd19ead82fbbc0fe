/**
 * Annotations that make tools, prompts and resources of the public methods of any class.
 *
 * <p>{@link io.everythingmcp.api.typed.AnnotatedFeatures} reads them and makes the same {@link
 * io.everythingmcp.api.Tool}, {@link io.everythingmcp.api.Prompt}, {@link
 * io.everythingmcp.api.Resource} and {@link io.everythingmcp.api.ResourceTemplate} that a class
 * written by hand is.
 */
@NullMarked
package io.everythingmcp.api.annotation;

import org.jspecify.annotations.NullMarked;
