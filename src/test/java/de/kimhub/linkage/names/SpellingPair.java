package de.kimhub.linkage.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of a table of names in two scripts.
 *
 * @param count how often they were seen together
 */
record SpellingPair(String latin, String written, int count) {

    /** {@code latin TAB letters of the other script TAB count}, the letters with blanks between them or without. */
    static List<SpellingPair> counted(Path table) throws IOException {
        return Files.readAllLines(table).stream().map(line -> line.split("\t"))
                .map(cells -> new SpellingPair(cells[0], cells[1].replace(" ", ""), Integer.parseInt(cells[2]))).toList();
    }

    /** {@code other script TAB latin}: a table without counts, made with care. */
    static List<SpellingPair> checked(Path table) throws IOException {
        return Files.readAllLines(table).stream().map(line -> line.split("\t"))
                .map(cells -> new SpellingPair(cells[1], cells[0], SpellingExamples.CERTAIN)).toList();
    }
}
