/**
 * Parsing of a configuration file, for all commands alike: the environment variables are
 * substituted, every value is read, and all errors are reported together, one line each with the
 * key, its variable, the original text and the permitted values.
 *
 * <p>Commands get their configuration from {@link
 * io.everythingmcp.server.configuration.file.CheckedConfigurationFactory} only, so that {@code
 * server} accepts every configuration that {@code check} accepts. Without a file it is the {@code
 * config.yml} of the jar.
 *
 * <p>Values of credentials are never contained in a message.
 */
package io.everythingmcp.server.configuration.file;
