package de.kimhub.steering.cube;

import java.util.List;
import java.util.Optional;

/** By what a table is broken down. */
public record Dimension(String name, String label, Kind kind, List<Category> categories) {

    /** What its values are. */
    public enum Kind {
        PERIOD, MUNICIPALITY, ORGANISATION, THEME, CLASS, OTHER
    }

    public Optional<Category> category(String code) {
        return categories.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** All but the total. */
    public List<Category> parts() {
        return categories.stream().filter(one -> !one.total()).toList();
    }
}
