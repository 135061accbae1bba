package de.kimhub.steering.feed;

import de.kimhub.steering.cube.PublishedTable;
import de.kimhub.steering.cube.PublishedTable.About;
import de.kimhub.steering.cube.Release;
import java.util.LinkedHashMap;
import java.util.Map;

/** What every form of a table says of it. */
final class Metadata {

    private static final Map<String, String> SIGNS = signs();

    private Metadata() {
    }

    static Map<String, Object> of(Release release, PublishedTable table) {
        About about = table.about();
        return Json.object("tabelle", table.id(), "indikator", table.indicator(), "definition", about.definition(),
                "erklaerung", about.explanation(), "einheit", about.unit(), "grundgesamtheit", about.population(),
                "einwilligung", about.consentCoverage(), "erster_zeitraum", about.firstPeriod(), "zurueckgehalten", about.withheld(),
                "veroeffentlichung", of(release), "zeichen", SIGNS);
    }

    static Map<String, Object> of(Release release) {
        return Json.object("id", release.id(), "zeitraum", release.period(), "titel", release.label(),
                "stichtag", release.cutOff().toString(), "veroeffentlicht", release.publishedAt().toString(),
                "katalog", release.catalogue(), "mindestzahl", release.threshold(), "zertifikat", release.certificate(),
                "pruefsumme", release.checksum());
    }

    static Map<String, String> signs() {
        Map<String, String> signs = new LinkedHashMap<>();
        signs.put("*", "geheim: zum Schutz einzelner Menschen nicht gezeigt");
        signs.put(".", "unbekannt");
        return signs;
    }
}
