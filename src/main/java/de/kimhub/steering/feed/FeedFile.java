package de.kimhub.steering.feed;

/** @param type its media type */
record FeedFile(String name, String type, byte[] content) {
}
