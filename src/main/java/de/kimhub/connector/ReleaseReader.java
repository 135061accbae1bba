package de.kimhub.connector;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.connector.Instance.Mode;
import de.kimhub.message.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads who is responsible for an instance, and holds real data back from one whose file does not say it. */
final class ReleaseReader {

    private final ConfigNode file;
    private final List<Problem> problems;

    ReleaseReader(ConfigNode file, List<Problem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Safe where nothing is said: only marked test data. */
    Mode mode() {
        return switch (file.text("mode", "test")) {
            case "live" -> Mode.LIVE;
            case "shadow" -> Mode.SHADOW;
            default -> Mode.TEST;
        };
    }

    Release read() {
        Optional<ConfigNode> section = file.get("release");
        Release release = new Release(text(section, "controller"), text(section, "contract"), day(section, "contractDate"),
                text(section, "officer"), day(section, "date"));
        List<String> missing = missing(release);
        if (mode() != Mode.TEST && !missing.isEmpty()) {
            problems.add(new Problem(ConnectorProblem.NOT_RELEASED, file.get("mode").orElse(file).place(), "Real data go"
                    + " through an instance only when 'release' says who is responsible. Missing: "
                    + String.join("; ", missing) + ". Add them, or write 'mode: test'."));
        }
        return release;
    }

    /** All at once. A day to come is not there yet. */
    static List<String> missing(Release release) {
        LocalDate today = LocalDate.now();
        List<String> missing = new ArrayList<>();
        if (release.controller().isEmpty()) {
            missing.add("release.controller (Verantwortlicher mit Anschrift, Art. 4 Nr. 7 DSGVO)");
        }
        if (release.contract().isEmpty()) {
            missing.add("release.contract (Zeichen des Vertrags zur Auftragsverarbeitung, Art. 28 DSGVO)");
        }
        if (release.contractOn().filter(day -> !day.isAfter(today)).isEmpty()) {
            missing.add("release.contractDate (dessen Tag, kein künftiger)");
        }
        if (release.releasedOn().filter(day -> !day.isAfter(today)).isEmpty()) {
            missing.add("release.date (Tag der Freigabe durch die oder den Datenschutzbeauftragten, kein künftiger)");
        }
        return missing;
    }

    private static Optional<String> text(Optional<ConfigNode> section, String key) {
        return section.map(node -> node.text(key)).filter(text -> !text.isBlank());
    }

    private Optional<LocalDate> day(Optional<ConfigNode> section, String key) {
        return section.flatMap(node -> node.get(key)).flatMap(node -> {
            try {
                return Optional.of(LocalDate.parse(node.text()));
            } catch (DateTimeException e) {
                problems.add(new Problem(ConnectorProblem.NO_DAY, node.place(),
                        "Expected a day of the calendar such as 2026-11-01. Correct it."));
                return Optional.empty();
            }
        });
    }
}
