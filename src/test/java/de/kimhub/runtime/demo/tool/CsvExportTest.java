package de.kimhub.runtime.demo.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {

    @TempDir
    Path folder;

    @Test
    void aJobcenterWritesItsOwnCharacterSetAndLosesTheLettersThatItLacks() throws IOException {
        CsvExport.JOBCENTER.write(folder, "bestand.csv", Stream.of(Map.of("Name", "Șablonoğlu-Müßig", "Vorname", "Kısa",
                "Bemerkung", "1.234,50 €; „gut“")));

        String text = Files.readString(folder.resolve("bestand.csv"), Charset.forName("windows-1252"));
        assertThat(text).startsWith("BG-Nummer;Kundennummer;").contains("\r\n")
                .contains(";Sablonoglu-Müßig;Kisa;").endsWith(";\"1.234,50 €; „gut“\"\r\n");
    }

    @Test
    void nothingHalfWrittenIsVisible() throws IOException {
        CsvExport.CASE_FILE.write(folder, "akte.csv", Stream.of(Map.of("LFDNR", "1")).peek(row ->
                assertThat(folder.resolve("akte.csv")).doesNotExist()));

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("akte.csv");
        }
    }

    @Test
    void aToolReadsItsFilesInTheOrderOfTheirNamesAndMayDeleteThem() {
        CsvExport.CASE_FILE.write(folder, "2.csv", Stream.of(Map.of("LFDNR", "b")));
        CsvExport.CASE_FILE.write(folder, "1.csv", Stream.of(Map.of("LFDNR", "a")));
        DeliveredCsv delivered = new DeliveredCsv(folder);

        assertThat(delivered.rows()).extracting(row -> row.get("LFDNR")).containsExactly("a", "b");
        assertThat(delivered.take()).hasSize(2);
        assertThat(delivered.files()).isEmpty();
    }
}
