package de.kimhub.steering.release;

/**
 * What units of a group have in common.
 *
 * @param theme    of consultations; of who left a course, with which result
 * @param closedIn {@code null}: not closed
 */
record GroupKey(String municipality, String organisation, String theme, String route, String dayClass, String openedIn,
                String closedIn) {

    String of(Trait trait) {
        return switch (trait) {
            case MUNICIPALITY -> municipality;
            case ORGANISATION -> organisation;
            case THEME -> theme;
            case ROUTE -> route;
            case CLASS -> dayClass;
        };
    }
}
