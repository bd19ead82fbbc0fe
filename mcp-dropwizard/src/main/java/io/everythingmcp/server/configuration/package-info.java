/**
 * Configuration classes: typed, validated, with the default of every value.
 *
 * <p>{@code config.yml} contains every value once, with the environment variable that sets it; a
 * test compares the two. Sizes and durations have units, as in all Dropwizard configurations.
 *
 * <p>These classes only hold values. The application passes them to the components, so nothing
 * reads configuration at run time.
 */
package io.everythingmcp.server.configuration;
