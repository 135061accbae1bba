package de.kimhub.steering.release;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** What a feed's address gave. */
record Fetched(int status, String tag, byte[] content) {

    /** @param value {@code null}: not shown, and the sign says why */
    record Said(Long value, String sign) {

        boolean hidden() {
            return sign.equals("*");
        }
    }

    /** Of a table in the form for programs: by its codes what is said. */
    Map<String, Said> cells() {
        Map<String, Said> cells = new LinkedHashMap<>();
        try (CSVParser csv = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get()
                .parse(new StringReader(new String(content, StandardCharsets.UTF_8)))) {
            csv.forEach(row -> cells.put(csv.getHeaderNames().stream().filter(name -> csv.getHeaderNames().contains(name + "_text"))
                    .map(row::get).collect(Collectors.joining("|")), new Said(row.get("wert").isEmpty() ? null : Long.valueOf(row.get("wert")),
                    row.get("zeichen"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return cells;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fetched that && status == that.status && tag.equals(that.tag) && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return tag.hashCode();
    }

    @Override
    public String toString() {
        return status + " " + tag;
    }
}
