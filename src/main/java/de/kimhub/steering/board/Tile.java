package de.kimhub.steering.board;

/**
 * A figure of the first screen.
 *
 * @param spoken as it is heard
 * @param change since the period before; may be {@code null}
 * @param target may be {@code null}
 * @param decide what the group may decide
 * @param path   where there is more
 */
record Tile(String title, String value, String spoken, String about, String change, String target, String decide, String path) {
}
