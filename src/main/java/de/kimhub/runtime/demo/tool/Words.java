package de.kimhub.runtime.demo.tool;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** A tool's own words for event types and kinds, from the code lists of its connector. */
record Words(Map<String, String> eventTypes, Map<String, String> kinds) {

    static Words of(Path connector) {
        return new Words(read(connector.resolve("codelists/ereignis.csv")),
                read(connector.resolve("codelists/ereignisart.csv")));
    }

    static Map<String, String> read(Path list) {
        CSVFormat format = CSVFormat.Builder.create().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();
        try (Reader reader = Files.newBufferedReader(list); CSVParser parser = CSVParser.parse(reader, format)) {
            Map<String, String> words = new HashMap<>();
            parser.forEach(row -> words.put(row.get("theirs"), row.get("canonical")));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(list + " can't be read", e);
        }
    }
}
