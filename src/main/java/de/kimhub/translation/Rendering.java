package de.kimhub.translation;

import de.kimhub.message.Problem;
import java.util.Map;

/**
 * A batch in the recipient's own form. Equal items give equal bytes.
 *
 * @param bytes    empty when no item could be rendered
 * @param problems by index of the item that could not be rendered and is not in the bytes
 */
public record Rendering(byte[] bytes, Map<Integer, Problem> problems) {
}
