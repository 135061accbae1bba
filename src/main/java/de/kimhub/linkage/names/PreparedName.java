package de.kimhub.linkage.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A name as it is compared: its parts in Latin letters. Immutable. */
public record PreparedName(String written, List<NamePart> parts) {

    public static final PreparedName EMPTY = new PreparedName("", List.of());

    /** Never refuses; {@code null} or a placeholder gives {@link #EMPTY}. */
    public static PreparedName of(String written) {
        if (written == null || written.isBlank()) {
            return EMPTY;
        }
        List<NamePart> parts = new ArrayList<>();
        for (String token : written.toLowerCase(Locale.ROOT).split("[\\s\\-]+")) {
            if (!token.isEmpty()) {
                parts.add(new NamePart(token, List.of(token), List.of(token), null));
            }
        }
        return new PreparedName(written, List.copyOf(parts));
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
