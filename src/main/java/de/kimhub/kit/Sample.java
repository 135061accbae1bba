package de.kimhub.kit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One folder below {@code samples}.
 *
 * @param place how the folder is called in findings
 */
record Sample(String name, Path folder, String place) {

    static final String EXPECTED_RECORDS = "expected.json";
    static final String EXPECTED_PROBLEMS = "expected-problems.json";
    static final String EVENTS = "event.json";

    /** {@code input.*}: then it is a sample of receiving. */
    Optional<Path> input() {
        return files().stream().filter(file -> file.getFileName().toString().startsWith("input.")).findFirst();
    }

    boolean isDelivery() {
        return Files.exists(folder.resolve(EVENTS));
    }

    /** The bytes that are to be delivered: {@code expected.*}. */
    Optional<Path> expectedDelivery() {
        return isDelivery() ? files().stream().filter(file -> file.getFileName().toString().startsWith("expected."))
                .findFirst() : Optional.empty();
    }

    boolean mustFail() {
        return Files.exists(folder.resolve(EXPECTED_PROBLEMS));
    }

    /** A sample of receiving from which everything is taken. */
    boolean isGood() {
        return input().isPresent() && !mustFail();
    }

    byte[] inputBytes() {
        return bytes(input().orElseThrow());
    }

    Path file(String fileName) {
        return folder.resolve(fileName);
    }

    String placeOf(String fileName) {
        return place + "/" + fileName;
    }

    List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("The sample's folder cannot be listed", failure);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("A sample's file cannot be read", failure);
        }
    }
}
