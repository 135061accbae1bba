package de.kimhub.sharing;

/**
 * Who gives or gets.
 *
 * @param instanceId of the tool
 * @param authority  code of the list {@code stelle}: what kind of body runs it
 */
public record Party(String instanceId, String authority) {
}
