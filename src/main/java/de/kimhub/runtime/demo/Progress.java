package de.kimhub.runtime.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * How far a demo's year has come, kept beside the tools so that a restart goes on there.
 *
 * @param begin first day of the year
 * @param waves handed over since
 */
record Progress(long seed, int people, LocalDate begin, int waves) {

    private static final String FILE = "fortschritt.txt";

    static Progress begin(long seed, int people) {
        return new Progress(seed, people, LocalDate.now().withDayOfMonth(1).minusYears(1), 0);
    }

    static Progress load(Path tools, Progress otherwise) {
        Path file = tools.resolve(FILE);
        if (!Files.exists(file)) {
            return otherwise;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return new Progress(Long.parseLong(lines.get(0)), Integer.parseInt(lines.get(1)),
                    LocalDate.parse(lines.get(2)), Integer.parseInt(lines.get(3)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read", e);
        }
    }

    Progress afterWave() {
        return new Progress(seed, people, begin, waves + 1);
    }

    void save(Path tools) {
        try {
            Files.createDirectories(tools);
            Files.write(tools.resolve(FILE), List.of(Long.toString(seed), Integer.toString(people), begin.toString(),
                    Integer.toString(waves)));
        } catch (IOException e) {
            throw new UncheckedIOException(tools.resolve(FILE) + " can't be written", e);
        }
    }
}
