package de.kimhub.steering.board;

import java.util.List;

/** The pages that show figures, and which indicators each has. */
enum Area {
    EINREISE("einreise-einbuergerung", "Von der Einreise bis zur Einbürgerung", List.of(6, 1, 11, 10, 12, 13, 14)),
    ENGPAESSE("engpaesse", "Engpässe: wie lange Menschen warten", List.of(9, 8, 7)),
    BERATUNGEN("beratungen", "Beratungen", List.of(4, 5)),
    KOMMUNEN("kommunen-und-traeger", "Kommunen und Träger", List.of(2, 3, 15, 16)),
    HUERDEN("huerden", "Hürden", List.of(17)),
    DATENSTAND("datenstand", "Datenstand", List.of(18));

    private final String path;
    private final String title;
    private final List<Integer> indicators;

    Area(String path, String title, List<Integer> indicators) {
        this.path = path;
        this.title = title;
        this.indicators = indicators;
    }

    String path() {
        return path;
    }

    String title() {
        return title;
    }

    List<Integer> indicators() {
        return indicators;
    }
}
