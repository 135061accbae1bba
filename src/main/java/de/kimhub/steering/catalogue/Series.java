package de.kimhub.steering.catalogue;

import de.kimhub.message.Measure;

/** Units of one measure, counted when they are opened or closed, or while they are open. */
public record Series(String code, String label, Measure measure, Counted counted) {

    public enum Counted { OPENED, CLOSED, OPEN_AT_END }
}
