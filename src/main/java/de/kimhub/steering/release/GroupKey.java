package de.kimhub.steering.release;

/**
 * What units of a group have in common.
 *
 * @param theme    of consultations; of who left a course, with which result
 * @param span     of a station on the way: the shortest span in which it was reached; empty: in none that is told
 * @param closedIn {@code null}: not closed
 */
record GroupKey(String municipality, String organisation, String theme, String route, String dayClass, String span,
                String openedIn, String closedIn) {

    GroupKey(String municipality, String organisation, String theme, String route, String dayClass, String openedIn, String closedIn) {
        this(municipality, organisation, theme, route, dayClass, "", openedIn, closedIn);
    }

    String of(Trait trait) {
        return switch (trait) {
            case MUNICIPALITY -> municipality;
            case ORGANISATION -> organisation;
            case THEME -> theme;
            case ROUTE -> route;
            case CLASS -> dayClass;
            case SPAN -> span;
        };
    }
}
