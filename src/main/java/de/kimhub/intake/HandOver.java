package de.kimhub.intake;

import java.time.Instant;

/**
 * How a source handed a document over. The same hand-over, taken up again after a crash, is the same document.
 *
 * @param name as the sender chose it; may name a person and is stored encrypted only
 */
public record HandOver(String name, long size, Instant modifiedAt) {
}
