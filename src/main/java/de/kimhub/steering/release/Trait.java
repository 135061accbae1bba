package de.kimhub.steering.release;

/** By what units are told apart besides time. The order is that of definitions. */
enum Trait {
    MUNICIPALITY, ORGANISATION, THEME, ROUTE, CLASS, SPAN;

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
