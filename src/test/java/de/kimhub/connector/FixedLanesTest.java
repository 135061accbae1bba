package de.kimhub.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case's lane is a hash over the number of lanes: it stays as long as something may still lie in one. */
class FixedLanesTest {

    private static final String OUT = "deliver: {transport: file, folder: ../../out}\n";
    private static final String IN = "receive: {transport: file, folder: ../../in}\n";

    @TempDir
    Path product;
    private Folders folders;
    private Installation eight;

    @BeforeEach
    void eightLanes() {
        folders = new Folders(product);
        folders.connector("kurs-csv");
        folders.write("connectors/kurs-csv/connector.yaml", Folders.DESCRIPTOR
                + "deliver: {idempotence: key, format: {type: csv, charset: UTF-8, delimiter: \";\"}}\n");
        folders.write("connectors/kurs-csv/deliver.yaml", Folders.DELIVER);
        folders.kamelets();
        folders.instance("k", "kurs-csv", "lanes: \"8\"\n" + OUT);
        eight = Installations.load(folders.config, folders.shipped());
        assertThat(eight.problems()).isEmpty();
    }

    private Installation reload(Installation before, Map<String, Integer> inUse) {
        return Installations.reload(before, folders.shipped(), rules -> List.of(), inUse);
    }

    private Installation takenOut() throws IOException {
        Files.delete(folders.config.resolve("instances/k.yaml"));
        return reload(eight, Map.of());
    }

    private void assertRefused(Installation next) {
        assertThat(next.problems()).anyMatch(problem -> problem.code() == ConnectorProblem.LANES_FIXED);
        assertThat(next.instance("k").stream().filter(instance -> instance.deliver().isPresent())).isEmpty();
        assertThat(next.working("k").orElseThrow().lanes()).isEqualTo(8);
    }

    @Test
    void who_comes_back_while_still_worked_off_keeps_the_lanes() throws IOException {
        Installation leaving = takenOut();
        folders.instance("k", "kurs-csv", "lanes: \"3\"\n" + OUT);

        assertRefused(reload(leaving, Map.of()));
    }

    @Test
    void who_lost_the_way_out_and_gets_it_back_while_still_worked_off_keeps_the_lanes() {
        folders.instance("k", "kurs-csv", "lanes: \"3\"\n" + IN);
        Installation receiving = reload(eight, Map.of());
        assertThat(receiving.problems()).isEmpty();
        assertThat(receiving.working("k").orElseThrow().lanes()).as("what is on its way").isEqualTo(8);
        folders.instance("k", "kurs-csv", "lanes: \"3\"\n" + IN + OUT);

        assertRefused(reload(receiving, Map.of()));
    }

    @Test
    void what_the_database_still_holds_keeps_the_lanes_and_nothing_frees_them() throws IOException {
        Installation gone = takenOut().withLeaving(Map.of());
        folders.instance("k", "kurs-csv", "lanes: \"3\"\n" + OUT);

        assertThat(reload(gone, Map.of("k", 8)).instance("k")).isEmpty();
        assertThat(reload(gone, Map.of()).instance("k").map(Instance::lanes)).contains(3);
    }
}
