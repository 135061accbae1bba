package de.kimhub.scaffold;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes sample cases with made-up people: three good ones and two that must fail. */
final class InventedSamples {

    private final Draft draft;
    private final Path folder;
    private final SampleFile file;
    private final InventedRows rows;

    InventedSamples(Draft draft, Path folder) {
        this.draft = draft;
        this.folder = folder;
        this.file = new SampleFile(draft.table);
        this.rows = new InventedRows(draft);
    }

    void write() throws IOException {
        List<EventRule> rules = draft.events.rules;
        EventRule first = rules.getFirst();
        write("beispiele", rules.stream().map(rows::row).toList());
        write("wenig-angaben", rules.stream().map(rows::sparse).toList());
        write("namen-mit-zeichen", List.of(special(rows.row(first)), rows.row(first)));
        write("nicht-ohne-aktenzeichen", List.of(rows.with(rows.row(first), draft.caseNumber, null), rows.row(first)));
        Guess day = first.days().values().stream().findFirst().orElse(draft.events.day);
        if (day != null) {
            String impossible = day.formats().getFirst().replace("'", "").replace("dd", "31").replace("MM", "02")
                    .replace("yyyy", "2026").replace("yy", "26").replace("HH", "09").replace("mm", "30").replace("ss", "00");
            write("nicht-unmoegliches-datum", List.of(rows.with(rows.row(first), day, impossible), rows.row(first)));
        } else {
            Files.createDirectories(folder.resolve("nicht-leer"));
            Files.write(folder.resolve("nicht-leer/input." + file.extension()), new byte[0]);
        }
    }

    /** What the charset and the standard allow, and what often goes wrong. */
    private List<String> special(List<String> row) {
        Charset charset = Charset.forName(draft.table.format().word("charset", "UTF-8"));
        List<String> changed = new ArrayList<>(row);
        for (Guess guess : draft.guesses) {
            String name = charset.newEncoder().canEncode("Şahin") ? "Şahin-Musterová" : "Müller-Größe";
            if (guess.meaning() == Meaning.FAMILY_NAME) {
                changed = rows.with(changed, guess, name);
            } else if (guess.meaning() == Meaning.GIVEN_NAME) {
                changed = rows.with(changed, guess, null);
            }
        }
        return changed;
    }

    private void write(String name, List<List<String>> records) throws IOException {
        Path sample = Files.createDirectories(folder.resolve(name));
        Files.write(sample.resolve("input." + file.extension()), file.write(records));
    }
}
