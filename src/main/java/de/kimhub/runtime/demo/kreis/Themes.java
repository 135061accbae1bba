package de.kimhub.runtime.demo.kreis;

import java.util.List;
import java.util.Random;

/** The themes that the programme's papers name, as the tools write them, the frequent ones more often. */
final class Themes {

    private static final List<String> THEMES = List.of("aufenthalt", "aufenthalt", "arbeit", "arbeit", "wohnen",
            "sprache", "sprache", "existenzsicherung", "familie_erziehung", "gesundheit", "schule_kita",
            "ausbildung_studium", "anerkennung", "einbuergerung", "orientierung", "diskriminierung");

    private Themes() {
    }

    static String any(Random random) {
        return THEMES.get(random.nextInt(THEMES.size()));
    }
}
